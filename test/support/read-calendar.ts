export interface ReadEvent {
  readonly [name: string]: string | undefined;
}

/**
 * A calendar file read back by the letter of RFC 5545: CRLF after each line, none longer than 75 octets, continued lines joined,
 * escapes undone. Throws for what a strict reader would not take.
 */
export function readCalendar(text: string): {
  readonly name: string | undefined;
  readonly events: readonly ReadEvent[];
} {
  if (!text.endsWith('\r\n') || /[^\r]\n|\r[^\n]/.test(text)) throw new Error('A line does not end with CRLF');
  const raw = text.slice(0, -2).split('\r\n');
  const long = raw.find((line) => Buffer.byteLength(line) > 75);
  if (long !== undefined) throw new Error(`Longer than 75 octets: ${long}`);
  const lines: string[] = [];
  for (const line of raw) {
    if (line.startsWith(' ')) lines.push((lines.pop() ?? '') + line.slice(1));
    else lines.push(line);
  }
  if (lines[0] !== 'BEGIN:VCALENDAR' || lines.at(-1) !== 'END:VCALENDAR' || !lines.includes('VERSION:2.0'))
    throw new Error('Not a calendar');
  const events: Record<string, string>[] = [];
  let name: string | undefined;
  let open: Record<string, string> | undefined;
  for (const line of lines) {
    const [, key = '', value = ''] = /^([A-Z-]+(?:;[^:]*)?):(.*)$/.exec(line) ?? [];
    if (key === '') throw new Error(`No property: ${line}`);
    if (line === 'BEGIN:VEVENT') open = {};
    else if (line === 'END:VEVENT' && open) {
      events.push(open);
      open = undefined;
    } else if (open)
      open[key] = value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
    else if (key === 'X-WR-CALNAME') name = value;
  }
  return { name, events };
}
