import type { Position } from '#core/plots/plot.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The outer ring of a GeoJSON polygon, of a feature with one, or the ring alone. */
function ringIn(json: unknown): unknown {
  if (Array.isArray(json)) return json;
  if (json === null || typeof json !== 'object') return undefined;
  const { geometry, coordinates } = json as { geometry?: unknown; coordinates?: readonly unknown[] };
  return geometry === undefined ? coordinates?.[0] : ringIn(geometry);
}

function parsed(text: string): unknown {
  try {
    return ringIn(JSON.parse(text)) ?? [];
  } catch {
    return [];
  }
}

/** An outline as it is typed: corners line by line, or GeoJSON. A ring that is left open is closed; what cannot be read is refused by the contract. */
export function outlineIn(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  if (/^[[{]/.test(text)) return parsed(text);
  const ring = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) =>
      line
        .trim()
        .split(/\s*;\s*|,?\s+/)
        .map((part) => Number(part.replace(',', '.'))),
    );
  const [first] = ring;
  return first === undefined || same(first, ring.at(-1)) ? ring : [...ring, first];
}

export const outlineText = (outline: readonly Position[] | undefined): string | undefined =>
  outline
    ?.slice(0, -1)
    .map((corner) => corner.join(' '))
    .join('\n');
