import type { EmailView } from '../api/email-view.ts';
import { rolesAt, type Actor } from '../kernel/actor.ts';
import type { Language } from '../kernel/common.ts';
import type { Ports, ZoneSetting } from '../kernel/ports.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { hiddenLinks } from '../links/hidden-links.ts';
import type { PaperContact } from '../letter/letter-of-intent.ts';
import { rebuild } from '../project/apply.ts';
import { mayView } from '../project/permissions.ts';
import type { Project } from '../project/project.ts';
import { wholeLog } from '../project/whole-log.ts';
import { composeNotice } from './compose-notice.ts';
import { emailView, sequenceOf } from './email-view.ts';
import type { ProjectNotice } from './notice.ts';

/** Rows hold no addresses: it is the one of today, and `sure` where it was that one when the email went out. */
export interface EmailAddress {
  readonly address: string;
  readonly sure: boolean;
}

export type AddressSources = Pick<Project, 'addressEntered'> & {
  readonly contact: PaperContact | undefined;
  readonly setting: ZoneSetting;
};

/** Where an email went. Undefined for one to an address that was the investor's before, and when it was erased. */
export function addressedTo(
  { recipient }: ProjectNotice,
  at: number,
  { contact, setting, addressEntered }: AddressSources,
): EmailAddress | undefined {
  switch (recipient.to) {
    case 'office':
      return { address: setting.zone.mailbox, sure: setting.zone.version === undefined };
    case 'investor':
      return contact?.email === undefined
        ? undefined
        : { address: contact.email, sure: addressEntered?.corrected !== true || addressEntered.at <= at };
    case 'party': {
      const party = setting.parties.find(({ partyId }) => partyId === recipient.partyId);
      return party && { address: party.email, sure: party.addressVersion === undefined };
    }
    default:
      return undefined;
  }
}

export interface WholeEmail {
  readonly email: EmailView;
  readonly to?: EmailAddress | undefined;
  /** Put together anew from what the notice and the project said then; absent when what it was about is gone. */
  readonly content?: { readonly subject: string; readonly text: string; readonly language: Language } | undefined;
}

export const worksWith = (actor: Actor, project: Project): boolean =>
  actor.kind === 'staff' && rolesAt(actor.memberships, project).some((role) => role === 'officer' || role === 'head');

/** One email of a project for those who work with the investor; its links belong to its reader and are left out. */
export async function viewEmail(
  ports: Pick<Ports, 'projects' | 'reference' | 'outbox'>,
  { projectId, rowId, actor }: { readonly projectId: string; readonly rowId: string; readonly actor: Actor },
): Promise<Result<WholeEmail>> {
  const aggregate = await ports.projects.load(projectId);
  if (aggregate === undefined || !mayView(actor, aggregate.project)) return fail({ kind: 'not-found' });
  if (!worksWith(actor, aggregate.project)) return fail({ kind: 'forbidden' });
  const [rows, contact, setting] = await Promise.all([
    ports.outbox.emails(projectId),
    ports.projects.contact(projectId),
    ports.reference.setting(aggregate.project.zoneId),
  ]);
  const row = rows.find((one) => one.rowId === rowId);
  const email = row && emailView(row);
  if (setting === undefined || email === undefined || row?.errand.kind !== 'email') return fail({ kind: 'not-found' });
  const then = rebuild(await wholeLog(ports.projects, projectId, sequenceOf(row)));
  const composed = await composeNotice(
    {
      projects: { ...ports.projects, load: () => Promise.resolve(then) },
      reference: ports.reference,
      links: hiddenLinks,
    },
    row,
    row.errand.notice,
  );
  const { addressEntered } = aggregate.project;
  return ok({
    email,
    to: addressedTo(row.errand.notice, row.createdAt, { contact, setting, addressEntered }),
    ...(composed && { content: { subject: composed.subject, text: composed.text, language: composed.language } }),
  });
}
