import { fillIn } from '../fill-in.ts';
import { sent, type Entries, type State } from './state.ts';

const asAdministrator = (...states: readonly Omit<State, 'as'>[]): readonly State[] =>
  states.map((one) => ({ ...one, as: 'administrator' }));

const officer = 'person=demo-officer';
const role = `${officer}&membership=${encodeURIComponent('zone#aqtobe#officer')}`;
const place = 'zone=aqtobe';

const zone = '/admin/zones/aqtobe';

/** Somebody without a role who asks for one, and those who answer. */
const accessPages: Entries = {
  '/office/access': [
    { name: 'access to be asked for', path: '/office/access', as: 'newcomer' },
    { name: 'access asked for, empty', path: '/office/access', as: 'newcomer', act: sent() },
    {
      name: 'access asked for',
      path: '/office/access',
      as: 'newcomer',
      act: async (page) => {
        await fillIn(page, { name: 'Somebody new', text: 'From the department of land' });
        await page.check('[name="role"][value="officer"]');
        await page.selectOption('[name="scopeId"]', 'zone#aqtobe');
        await sent()(page);
      },
    },
  ],
  '/admin/access': [
    { name: 'who asks for access', path: `/admin/access?${place}`, as: 'head' },
    { name: 'nobody asks for access', path: '/admin/access?region=aqtobe-region', as: 'administrator' },
  ],
  '/admin/access/answer': [
    {
      name: 'a request for access, answered without a reason',
      path: `/admin/access?${place}`,
      as: 'head',
      act: async (page) => {
        await page.locator('main table a').first().click();
        await page.check('[value="refuse"]');
        await sent()(page);
      },
    },
  ],
};

/** What an administrator keeps of a zone. */
const zonePages: Entries = {
  '/admin/zones/{zoneId}': asAdministrator(
    { name: 'a zone', path: zone },
    { name: 'a zone that is not there', path: '/admin/zones/nowhere', status: 404 },
  ),
  '/admin/zones/{zoneId}/edit': asAdministrator(
    { name: 'a zone to be changed', path: `${zone}/edit` },
    {
      name: 'a zone without a mailbox',
      path: `${zone}/edit`,
      act: async (page) => {
        await fillIn(page, { mailbox: '' });
        await sent()(page);
      },
    },
  ),
  '/admin/zones/{zoneId}/parties': asAdministrator({ name: 'parties', path: `${zone}/parties` }),
  '/admin/zones/{zoneId}/party': asAdministrator(
    { name: 'a party', path: `${zone}/party?party=aqtobe-gas` },
    { name: 'a new party', path: `${zone}/party` },
    { name: 'a new party, empty', path: `${zone}/party`, act: sent() },
    {
      name: 'another address of a party',
      path: `${zone}/party?party=aqtobe-power`,
      act: async (page) => {
        await fillIn(page, { email: `${'long-'.repeat(8)}power@example.org` });
        await sent()(page);
      },
    },
  ),
  '/admin/zones/{zoneId}/party/end': asAdministrator(
    { name: 'a party that holds something', path: `${zone}/party/end?party=aqtobe-power` },
    { name: 'a party ends', path: `${zone}/party/end?party=aqtobe-rail` },
  ),
  '/admin/zones/{zoneId}/forums': asAdministrator({ name: 'forums', path: `${zone}/forums` }),
  '/admin/zones/{zoneId}/forum': asAdministrator(
    { name: 'a forum', path: `${zone}/forum?forum=aqtobe-investment-forum-2025` },
    { name: 'a new forum', path: `${zone}/forum` },
    { name: 'a new forum, empty', path: `${zone}/forum`, act: sent() },
  ),
  '/admin/zones/{zoneId}/calendar': asAdministrator(
    { name: 'a calendar', path: `${zone}/calendar` },
    { name: 'a calendar of next year', path: `${zone}/calendar?year=2027` },
  ),
  '/admin/zones/{zoneId}/day': asAdministrator(
    { name: 'a day', path: `${zone}/day` },
    { name: 'a day, empty', path: `${zone}/day`, act: sent('check') },
    { name: 'a day to be given back', path: `${zone}/day?remove=2026-03-12` },
    {
      name: 'projects that a day moves',
      path: `${zone}/day`,
      act: async (page) => {
        await page.check('[name=working][value=false]');
        await fillIn(page, { date: '2026-03-12', reason: 'A decree' });
        await sent('check')(page);
      },
    },
  ),
  '/admin/zones/{zoneId}/durations': asAdministrator({ name: 'durations', path: `${zone}/durations` }),
  '/admin/zones/{zoneId}/duration': asAdministrator(
    { name: 'a duration', path: `${zone}/duration?stage=expertise` },
    { name: 'a duration, empty', path: `${zone}/duration?stage=expertise`, act: sent('check') },
    {
      name: 'projects that a duration moves',
      path: `${zone}/duration?stage=expertise`,
      act: async (page) => {
        await fillIn(page, { workingDays: '300', effectiveFrom: '2026-03-12', 'source.title': 'Order No. 3' });
        await sent('check')(page);
      },
    },
    { name: 'a duration to be withdrawn', path: `${zone}/duration?stage=expertise&withdraw=2026-05-01` },
  ),
  '/admin/zones/{zoneId}/asked': asAdministrator({ name: 'what stages ask', path: `${zone}/asked` }),
  '/admin/zones/{zoneId}/stage': asAdministrator(
    { name: 'what a stage asks', path: `${zone}/stage?stage=council-approval` },
    { name: 'the type of a zone', path: `${zone}/stage?of=type` },
    { name: 'the type of a zone, empty', path: `${zone}/stage?of=type`, act: sent('check') },
    { name: 'what a stage asks, without a day', path: `${zone}/stage?stage=expertise`, act: sent('check') },
    {
      name: 'projects that a stage without a council touches',
      path: `${zone}/stage?stage=council-approval`,
      act: async (page) => {
        await page.check('[name="asked.council-protocol"][value=no]');
        await fillIn(page, { effectiveFrom: '2026-05-01' });
        await sent('check')(page);
      },
    },
  ),
  '/admin/zones/{zoneId}/replies': asAdministrator(
    { name: 'refusals and replies', path: `${zone}/replies` },
    {
      name: 'refusals and replies in one language',
      path: `${zone}/replies`,
      act: async (page) => {
        await fillIn(page, { 'appeal.kk': 'To the court', daysToCure: '99', replyTo: 'nobody' });
        await sent()(page);
      },
    },
  ),
  '/admin/zones/{zoneId}/notices': asAdministrator({ name: 'texts of notices', path: `${zone}/notices` }),
  '/admin/zones/{zoneId}/notice': asAdministrator(
    { name: 'the text of a notice', path: `${zone}/notice?notice=rejected.investor` },
    {
      name: 'the text of a notice without what it needs',
      path: `${zone}/notice?notice=rejected.investor`,
      act: async (page) => {
        await fillIn(page, { 'texts.kk.opening': 'No', 'texts.ru.subject': '' });
        await sent('check')(page);
      },
    },
    {
      name: 'emails of a notice before its text is kept',
      path: `${zone}/notice?notice=rejected.investor`,
      act: sent('check'),
    },
  ),
};

export const adminPages: Entries = {
  ...zonePages,
  ...accessPages,
  '/admin': [
    ...asAdministrator({ name: 'administration', path: '/admin' }),
    { name: 'administration for an officer', path: '/admin', as: 'officer', status: 403 },
  ],
  '/admin/people': asAdministrator(
    { name: 'people of a zone', path: `/admin/people?${place}` },
    { name: 'people of a region', path: '/admin/people?region=aqtobe-region' },
    { name: 'nobody found', path: `/admin/people?${place}&q=nobody-of-this-name` },
    { name: 'people of nowhere', path: '/admin/people?zone=nowhere', status: 404 },
  ),
  '/admin/people/new': asAdministrator(
    { name: 'a new person', path: `/admin/people/new?${place}` },
    { name: 'a new person without a name', path: `/admin/people/new?${place}`, act: sent() },
    {
      name: 'a new person whose address is known',
      path: `/admin/people/new?${place}`,
      act: async (page) => {
        await fillIn(page, { name: 'Somebody', email: 'officer@example.org' });
        for (const choice of ['[name=language][value=kk]', '[name=role][value=leadership]']) await page.check(choice);
        await sent()(page);
      },
    },
  ),
  '/admin/person': asAdministrator(
    { name: 'a person', path: `/admin/person?${officer}` },
    { name: 'a person that is not there', path: '/admin/person?person=none', status: 404 },
  ),
  '/admin/person/edit': asAdministrator({ name: 'a person to be changed', path: `/admin/person/edit?${officer}` }),
  '/admin/person/role': asAdministrator(
    { name: 'a new role', path: `/admin/person/role?${officer}` },
    { name: 'a new role, empty', path: `/admin/person/role?${officer}`, act: sent() },
  ),
  '/admin/person/end': asAdministrator(
    { name: 'all roles end', path: `/admin/person/end?${officer}` },
    { name: 'a role ends', path: `/admin/person/end?${role}` },
  ),
  '/admin/person/deputy': asAdministrator(
    { name: 'a deputy', path: `/admin/person/deputy?${role}` },
    { name: 'a deputy, empty', path: `/admin/person/deputy?${role}`, act: sent() },
  ),
  '/admin/changes': asAdministrator({ name: 'changes', path: `/admin/changes?${place}` }),
};
