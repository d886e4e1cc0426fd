/** Somebody who may sign in, as `endpoints.json` lists them. */
export interface Account {
  /** The name to sign in by. */
  readonly account: string;
  readonly sub: string;
  readonly email: string;
  readonly language: string;
  readonly roles: readonly string[];
}

/** The account of a name, or the first one of a role. */
export const findAccount = (accounts: readonly Account[], name: string): Account | undefined =>
  accounts.find(({ account }) => account === name) ?? accounts.find(({ roles }) => roles.includes(name));
