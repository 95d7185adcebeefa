/** Cells that a spreadsheet would run instead of show. */

/**
 * What starts a formula in Excel, LibreOffice, Numbers or Google Sheets: `= + - @`, their full-width forms, which some
 * of them fold, and a tab or line end, which some skip on import (OWASP, "CSV Injection").
 */
export const FORMULA_START = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/** A plain number stays a number. */
const NUMBER = /^[+-]?\d+(\.\d+)?$/

/** Whether a spreadsheet may take this text for a formula. */
export function startsFormula(text: string): boolean {
  return FORMULA_START.test(text) && !NUMBER.test(text)
}

/** The text as a cell that is only ever shown: with an apostrophe in front where it would be run. */
export function defuse(text: string): string {
  return startsFormula(text) ? `'${text}` : text
}
