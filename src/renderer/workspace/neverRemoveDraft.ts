/** What was typed into the never-remove list and is not saved yet: it outlives the tab and the dialog. */
import { create } from 'zustand'

/** Null where nothing was changed. */
export const useNeverRemoveDraft = create<{ text: string | null }>(() => ({ text: null }))
