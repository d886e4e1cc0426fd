/** A form as it was filled in: what was typed into each field, word for word, and what is wrong with it. */
export interface FormState {
  /** The first text of a field; empty when it was not filled in. */
  readonly text: (name: string) => string;
  readonly texts: (name: string) => readonly string[];
  readonly error: (name: string) => string | undefined;
  readonly errors: readonly FieldError[];
}

export interface FieldError {
  /** The field's name; one that names no field of the page is shown in the summary only. */
  readonly name: string;
  readonly message: string;
  readonly href?: string;
}

type Entries = Iterable<readonly [string, string]>;

export function formState(entries: Entries = [], errors: readonly FieldError[] = []): FormState {
  const values = new Map<string, string[]>();
  for (const [name, value] of entries) values.set(name, [...(values.get(name) ?? []), value]);
  return {
    text: (name) => values.get(name)?.[0] ?? '',
    texts: (name) => values.get(name) ?? [],
    error: (name) => errors.find((one) => one.name === name)?.message,
    errors,
  };
}

/** The element id of a field: dots would need escaping in a selector. */
export const idOf = (name: string): string => name.replaceAll('.', '-');
