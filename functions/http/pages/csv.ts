/** One cell of a sheet. Numbers stay numbers, and days days ('YYYY-MM-DD'). */
export type Cell = string | number | { readonly day: string };

/** Excel takes these for the beginning of a formula, which somebody's company name must not become. */
const startsFormula = /^[=+\-@\t\r\n]/;

/** Text of a cell, with an apostrophe before what a spreadsheet would run. */
export const harmless = (text: string): string => (startsFormula.test(text) ? `'${text}` : text);

function csvCell(cell: Cell): string {
  // With Russian, Kazakh and Uzbek settings decimals follow a comma.
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  // As those settings write a day.
  if (typeof cell === 'object') return cell.day.split('-').toReversed().join('.');
  const text = harmless(cell);
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Rows as CSV that Excel with Russian settings opens by a double click: UTF-8 with a byte order mark, semicolons, CR LF.
 */
export const csv = (rows: readonly (readonly Cell[])[]): Uint8Array =>
  new TextEncoder().encode(`\ufeff${rows.map((row) => row.map(csvCell).join(';')).join('\r\n')}\r\n`);
