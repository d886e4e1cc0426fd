/** Who may sign in on a demo host: roles, never persons. `zone` names a zone of seeds/zones.ts, `region` a region there. */
export interface DemoPerson {
  /** Subject of the sign-in token. */
  readonly id: string;
  /** The name `npm run -s token -- NAME` takes. */
  readonly account: string;
  readonly email: string;
  readonly language: 'kk' | 'ru' | 'en' | 'uz' | 'uz-cyrl';
  readonly memberships: readonly DemoMembership[];
  /** Roles that the issuer allows beside those: what the ceiling is for somebody an administrator adds. */
  readonly groups?: readonly DemoMembership['role'][];
}

export type DemoMembership =
  | { readonly zone: string; readonly role: 'officer' | 'head' | 'headquarters' | 'leadership' | 'administrator' }
  | { readonly region: string; readonly role: 'headquarters' | 'leadership' | 'administrator' };

const person = (account: string, language: DemoPerson['language'], ...memberships: DemoMembership[]): DemoPerson => ({
  id: `demo-${account}`,
  account,
  email: `${account}@example.org`,
  language,
  memberships,
});

export const demoPeople: readonly DemoPerson[] = [
  person('officer', 'kk', { zone: 'aqtobe', role: 'officer' }),
  person('head', 'kk', { zone: 'aqtobe', role: 'head' }),
  person('headquarters', 'ru', { region: 'aqtobe-region', role: 'headquarters' }),
  person('leadership', 'kk', { region: 'aqtobe-region', role: 'leadership' }),
  person('administrator', 'ru', { region: 'aqtobe-region', role: 'administrator' }),
  { ...person('newcomer', 'kk'), groups: ['officer', 'head'] },
  person('officer-turkistan', 'kk', { zone: 'turkistan', role: 'officer' }),
  person('leadership-turkistan', 'kk', { region: 'turkistan-region', role: 'leadership' }),
  person('officer-kokand', 'uz-cyrl', { zone: 'kokand', role: 'officer' }),
  person('head-kokand', 'uz', { zone: 'kokand', role: 'head' }),
  person('leadership-kokand', 'uz', { region: 'fergana-region', role: 'leadership' }),
  person('officer-kyzylorda', 'ru', { zone: 'kyzylorda', role: 'officer' }),
  person('leadership-kyzylorda', 'ru', { region: 'kyzylorda-region', role: 'leadership' }),
  person(
    'leadership-all',
    'ru',
    ...['aqtobe', 'turkistan', 'fergana', 'kyzylorda'].map((name) => ({
      region: `${name}-region`,
      role: 'leadership' as const,
    })),
  ),
];
