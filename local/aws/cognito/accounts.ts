export interface Account {
  readonly account: string;
  readonly sub: string;
  readonly email: string;
  readonly language: string;
  readonly roles: readonly string[];
}

export const findAccount = (accounts: readonly Account[], name: string): Account | undefined =>
  accounts.find(({ account }) => account === name) ?? accounts.find(({ roles }) => roles.includes(name));
