/** How a mailbox is exported from where bounces usually lie: for someone who has never done it. */

export interface Guide {
  from: string
  steps: string[]
}

export const GUIDES: readonly Guide[] = [
  {
    from: 'Gmail',
    steps: [
      'Search for “from:mailer-daemon”, select all results and give them a label, for instance “Bounces”.',
      'Go to takeout.google.com, deselect all, choose Mail, then only the label “Bounces”.',
      'Create the export, download it when the message comes, and drop the .mbox file from it here.',
    ],
  },
  {
    from: 'Thunderbird',
    steps: [
      'Find the folder that holds the bounces; move them into one of their own if they are mixed with other mail.',
      'Open Account settings, Local folders or your account, and look up “Local directory”.',
      'Drop the file with the folder’s name here. It has no ending; the one ending in .msf is only its index.',
    ],
  },
  {
    from: 'Apple Mail',
    steps: [
      'Select the mailbox with the bounces in the side bar.',
      'Choose Mailbox, Export Mailbox… and a folder.',
      'Drop the .mbox that appears there here. It may be a folder; that is fine.',
    ],
  },
  {
    from: 'Outlook',
    steps: [
      'Select the bounces, one folder at a time.',
      'Drag them into an empty folder on your computer; new Outlook and Outlook on the web save them as .eml.',
      'Drop that folder here. Files ending in .pst or .msg cannot be read; Thunderbird can turn them into .eml.',
    ],
  },
  {
    from: 'Mail server',
    steps: [
      'Take the mailbox of the sending address: /var/mail/NAME, or the Maildir folder (with cur and new in it).',
      'Copy it to this computer, for instance with scp.',
      'Drop the file or the whole folder here.',
    ],
  },
]
