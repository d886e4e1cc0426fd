import { demoPeople, type DemoPerson } from '#seeds/people.ts';
import type { Account } from '../aws/cognito/accounts.ts';

const accountOf = ({ account, id, email, language, memberships, groups = [] }: DemoPerson): Account => ({
  account,
  sub: id,
  email,
  language,
  roles: [...new Set([...memberships.map(({ role }) => role), ...groups])],
});

export const demoAccounts: readonly Account[] = demoPeople.map(accountOf);
