/** The few shapes of the window, drawn on a 16 × 16 grid in the colour of the text beside them. */
import type { ReactNode } from 'react'

function Icon({ children, filled = false }: { children: ReactNode; filled?: boolean }) {
  return (
    <svg
      aria-hidden="true"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill={filled ? 'currentColor' : 'none'}
      stroke={filled ? 'none' : 'currentColor'}
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  )
}

export const ChevronDown = () => (
  <Icon>
    <path d="M4 6.5 8 10.5l4-4" />
  </Icon>
)
export const ChevronRight = () => (
  <Icon>
    <path d="M6.5 4 10.5 8l-4 4" />
  </Icon>
)
export const ArrowUp = () => (
  <Icon>
    <path d="M8 13V3.5M4.5 6.5 8 3l3.5 3.5" />
  </Icon>
)
export const ArrowDown = () => (
  <Icon>
    <path d="M8 3v9.5M4.5 9.5 8 13l3.5-3.5" />
  </Icon>
)
export const Close = () => (
  <Icon>
    <path d="m4 4 8 8M12 4l-8 8" />
  </Icon>
)
export const Search = () => (
  <Icon>
    <circle cx="7" cy="7" r="4.25" />
    <path d="m10.2 10.2 3.3 3.3" />
  </Icon>
)
export const More = () => (
  <Icon filled>
    <circle cx="3.5" cy="8" r="1.4" />
    <circle cx="8" cy="8" r="1.4" />
    <circle cx="12.5" cy="8" r="1.4" />
  </Icon>
)
export const PaneLeft = () => (
  <Icon>
    <rect x="1.75" y="2.75" width="12.5" height="10.5" rx="1.5" />
    <path d="M6 3v10" />
  </Icon>
)
export const PaneRight = () => (
  <Icon>
    <rect x="1.75" y="2.75" width="12.5" height="10.5" rx="1.5" />
    <path d="M10 3v10" />
  </Icon>
)
export const Columns = () => (
  <Icon>
    <rect x="1.75" y="2.75" width="12.5" height="10.5" rx="1.5" />
    <path d="M6 3v10M10 3v10" />
  </Icon>
)
export const Rows = () => (
  <Icon>
    <rect x="1.75" y="2.75" width="12.5" height="10.5" rx="1.5" />
    <path d="M2 6.2h12M2 9.7h12M6.5 6.2v7" />
  </Icon>
)
export const ChartsIcon = () => (
  <Icon>
    <path d="M2 13.5h12M4 11V7M8 11V3M12 11V5.5" />
  </Icon>
)
export const Copy = () => (
  <Icon>
    <rect x="5.25" y="5.25" width="8" height="8" rx="1.25" />
    <path d="M10.75 2.75h-7a1 1 0 0 0-1 1v7" />
  </Icon>
)
export const Inbox = () => (
  <Icon>
    <path d="M2 9.5 3.8 3.7a1 1 0 0 1 1-.7h6.4a1 1 0 0 1 1 .7L14 9.5V12a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1Z" />
    <path d="M2 9.5h3.2l1 1.8h3.6l1-1.8H14" />
  </Icon>
)
export const Lock = () => (
  <Icon>
    <rect x="3.25" y="7" width="9.5" height="6.25" rx="1.25" />
    <path d="M5.25 7V5a2.75 2.75 0 0 1 5.5 0v2" />
  </Icon>
)
export const Warning = () => (
  <Icon>
    <path d="M8 2.5 14.2 13H1.8Z" />
    <path d="M8 6.5v3M8 11.2v.1" />
  </Icon>
)
/** A stop sign. */
export const Urgent = () => (
  <Icon>
    <path d="M5.4 1.9h5.2l3.5 3.5v5.2l-3.5 3.5H5.4l-3.5-3.5V5.4Z" />
    <path d="M8 4.8v3.9M8 11v.1" />
  </Icon>
)
export const Info = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.75" />
    <path d="M8 7.4v3.4M8 5.1v.1" />
  </Icon>
)
export const Minus = () => (
  <Icon>
    <path d="M4 8h8" />
  </Icon>
)
export const Check = () => (
  <Icon>
    <path d="m3.5 8.5 3 3 6-6.5" />
  </Icon>
)
export const Undo = () => (
  <Icon>
    <path d="M5.5 3 2.5 6l3 3" />
    <path d="M2.5 6H9a4 4 0 0 1 0 8H6" />
  </Icon>
)

/* What to do with an address: four shapes that can be told apart without their colour. */
export const RemoveMark = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.75" />
    <path d="m5.9 5.9 4.2 4.2m0-4.2-4.2 4.2" />
  </Icon>
)
export const ReviewMark = () => (
  <Icon>
    <path d="M8 2 14 8l-6 6-6-6Z" />
    <path d="M8 5.6v3M8 10.4v.1" />
  </Icon>
)
export const WatchMark = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.75" />
    <path d="M8 4.8V8l2.2 1.6" />
  </Icon>
)
export const KeepMark = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.75" />
    <path d="m5.5 8.2 1.8 1.8 3.3-3.7" />
  </Icon>
)

/* What the sender was told: refused for good, for now, no answer at all. */
export const HardMark = () => (
  <Icon filled>
    <rect x="4" y="4" width="8" height="8" rx="1" />
  </Icon>
)
export const SoftMark = () => (
  <Icon>
    <rect x="4.5" y="4.5" width="7" height="7" rx="1" />
    <path d="M4.5 11.5 11.5 4.5" />
  </Icon>
)
export const TimeoutMark = () => (
  <Icon>
    <circle cx="8" cy="8" r="4" strokeDasharray="2 2.2" />
  </Icon>
)
export const Pencil = () => (
  <svg
    aria-hidden="true"
    width="12"
    height="12"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.7"
  >
    <path d="m10.5 3 2.5 2.5L6 12.5l-3.2.7.7-3.2z" strokeLinejoin="round" />
  </svg>
)
