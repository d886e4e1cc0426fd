import { describe, expect, it } from 'vitest';
import { factFields, assignmentKinds, factsByKind } from '#core/stages/facts.ts';
import { factsOn } from '#local/demo/answers.ts';
import { check } from '../kit/check.ts';
import { factLabels, factsIn } from './facts-in.ts';

/** Facts as somebody types them into the form. */
function typed(facts: Readonly<Record<string, unknown>>): URLSearchParams {
  const fields = new URLSearchParams();
  const put = (name: string, value: unknown): void => {
    if (typeof value !== 'object' || value === null) return fields.append(name, String(value));
    if ('amountMinor' in value) {
      put(`${name}.amount`, Number(value.amountMinor) / 100);
      return put(`${name}.currency`, (value as unknown as { currency: string }).currency);
    }
    if (Array.isArray(value) && typeof value[0] === 'string') return value.forEach((one) => put(name, one));
    for (const [key, inner] of Object.entries(value)) put(`${name}.${key}`, inner);
  };
  for (const [name, value] of Object.entries(facts)) put(name, value);
  return fields;
}

describe.each(assignmentKinds)('the form of %s', (kind) => {
  it('asks for what the contract takes, and no more', () => {
    const { shape } = factsByKind[kind]._zod.def as unknown as {
      shape: Record<string, { safeParse: (value: unknown) => { success: boolean } }>;
    };
    expect(factFields[kind].map(({ name }) => name).toSorted()).toEqual(Object.keys(shape).toSorted());
    for (const { name, optional = false, ours = false } of factFields[kind])
      expect(shape[name]?.safeParse(undefined).success).toBe(optional || ours);
  });

  it('brings good facts through', () => {
    const facts = factsOn('2026-03-02', kind);
    expect(factsIn(kind, typed(facts))).toEqual(facts);
    expect(check(factsByKind[kind], factsIn(kind, typed(facts)))).toEqual({ ok: true, value: facts });
  });

  it('has a label for every error of an empty form', () => {
    const checked = check(factsByKind[kind], factsIn(kind, new URLSearchParams()));
    const labels = factLabels(kind, 'en');
    for (const { path } of checked.ok ? [] : checked.issues)
      expect(Object.keys(labels).some((name) => name === path || name === `${path}.amount`)).toBe(true);
  });
});
