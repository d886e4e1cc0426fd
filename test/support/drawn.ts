import { h, type ComponentType } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Language } from '#core/kernel/common.ts';
import { formState, type FormState } from '#pages/components/form-state.ts';
import { frameOf } from '#pages/layout.tsx';

/** A component as HTML. */
export const drawn = <Props extends object>(component: ComponentType<Props>, props: Props): string =>
  renderToString(h(component, props));

/** What every field is given. @param wrong messages by the field's name */
export const fieldProps = (
  typed: Readonly<Record<string, string>> = {},
  wrong: Readonly<Record<string, string>> = {},
  language: Language = 'en',
): { frame: ReturnType<typeof frameOf>; form: FormState } => ({
  frame: frameOf(language, '/'),
  form: formState(
    Object.entries(typed),
    Object.entries(wrong).map(([name, message]) => ({ name, message })),
  ),
});

/** What a page says, without its tags. */
export const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The attributes of the first tag of a name. */
export function attributesOf(html: string, tag: string): Readonly<Record<string, string>> {
  const [, inner = ''] = new RegExp(`<${tag}\\b([^>]*)>`).exec(html) ?? [];
  return Object.fromEntries(
    [...inner.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, value]),
  );
}
