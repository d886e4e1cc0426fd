import { factsByKind, type AssignmentKind } from '#core/stages/facts.ts';
import type { Decision } from '#core/stages/decision.ts';
import { goodAnswer } from '#local/demo/answers.ts';

/** A formula, markup, quotes, an entity, a place of a template: short enough for every field that takes a text. */
const evil = `=1+<zz onload="a()">&amp;'{number}`;
/** The same for a paragraph, which may have lines. */
export const evilLines = `${evil}\nBcc: all@example.org\n.\n<script>alert(1)</script>`;

/** What must stand nowhere as it is: a tag, or a quote that ends an attribute. */
export const raw = /<zz|onload="|<script>alert|<\/zz/;

/** A good body with every text in it evil that the contract lets be so. @param takes whether the contract takes a body */
export function hostileInputIn<Body>(good: Body, takes: (body: unknown) => boolean): Body {
  const places = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
    typeof value === 'string'
      ? [path]
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))
        : [];
  let body = structuredClone(good);
  for (const path of places(good)) {
    for (const text of [evilLines, evil]) {
      const tried = structuredClone(body);
      const holder = path
        .slice(0, -1)
        .reduce((value, key) => value[key] as Record<string, unknown>, tried as Record<string, unknown>);
      holder[path.at(-1) ?? ''] = text;
      if (takes(tried)) {
        body = tried;
        break;
      }
    }
  }
  return body;
}

/** A good answer to an assignment whose every text is evil. */
export function hostileAnswer(kind: AssignmentKind, day: string): Decision {
  const decision = goodAnswer(kind, day);
  if (!('facts' in decision) || decision.outcome === 'refused') return decision;
  return { ...decision, facts: hostileInputIn(decision.facts, (facts) => factsByKind[kind].safeParse(facts).success) };
}
