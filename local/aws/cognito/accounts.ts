import { demoPeople, type DemoPerson } from '#seeds/people.ts';

/** Somebody who may sign in, as `endpoints.json` lists them. */
export interface Account {
  /** The name to sign in by. */
  readonly account: string;
  readonly sub: string;
  readonly email: string;
  readonly language: string;
  readonly roles: readonly string[];
}

const accountOf = ({ account, id, email, language, memberships, groups = [] }: DemoPerson): Account => ({
  account,
  sub: id,
  email,
  language,
  roles: [...new Set([...memberships.map(({ role }) => role), ...groups])],
});

export const demoAccounts: readonly Account[] = demoPeople.map(accountOf);

/** The account of a name, or the first one of a role. */
export const findAccount = (accounts: readonly Account[], name: string): Account | undefined =>
  accounts.find(({ account }) => account === name) ?? accounts.find(({ roles }) => roles.includes(name));
