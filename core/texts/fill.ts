const place = /\{(\w+)\}/g;

/** The names a template asks for, each once, in their order. */
export const placesOf = (template: string): readonly string[] => [
  ...new Set([...template.matchAll(place)].map(([, name = '']) => name)),
];

/** Put in as they are: not read again, not escaped. Throws a RangeError for a name without a value. */
export const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(place, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new RangeError(`No value for {${name}} in: ${template}`);
    return String(value);
  });
