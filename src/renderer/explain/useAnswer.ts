/** Asks the engine about a pasted reply. The answer to a question that another has followed is dropped. */
import { useRef, useState } from 'react'
import type { ExplainAnswer, ExplainQuestion } from '../../shared/explained.ts'
import { isAbort, sentenceOf } from '../lib/errors.ts'
import { api } from '../session/host.ts'

export interface Asked {
  answer: ExplainAnswer | null
  /** Why there is none, as a sentence. */
  failed: string | null
  waiting: boolean
}

const NOTHING: Asked = { answer: null, failed: null, waiting: false }

export function useAnswer(): Asked & { ask(question: ExplainQuestion): Promise<void> } {
  const [asked, setAsked] = useState(NOTHING)
  const turn = useRef(0)
  async function ask(question: ExplainQuestion): Promise<void> {
    turn.current += 1
    const mine = turn.current
    setAsked((before) => ({ ...before, failed: null, waiting: true }))
    try {
      const answer = await api().explain(question)
      if (mine === turn.current) setAsked({ ...NOTHING, answer })
    } catch (error) {
      if (mine === turn.current) setAsked({ ...NOTHING, failed: isAbort(error) ? null : sentenceOf(error) })
    }
  }
  return { ...asked, ask }
}
