import { isBesidePath } from '#core/stages/assignment-kind.ts';
import type { Utility } from '#core/kernel/common.ts';
import type { Decision, PaperAnswer } from '#core/stages/decision.ts';
import type { DocumentKind } from '#core/documents/document-kind.ts';
import type { ActorRef, ProjectEvent } from '#core/project/event.ts';
import type { AssignmentKind } from '#core/stages/facts.ts';
import type { Aggregate, Assignment } from '#core/project/project.ts';
import { addDocument } from '#core/documents/add-document.ts';
import { answer } from '#core/stages/answer.ts';
import { holdOriginals } from '#core/documents/judge-document.ts';
import { lackingDocuments } from '#core/documents/needed-documents.ts';
import { openCorrection, openStage } from '#core/stages/open-stage.ts';
import { passDay } from '#core/project/pass-day.ts';
import { apply } from '#core/project/apply.ts';
import type { Change } from '#core/project/change-builder.ts';
import type { ZoneContext } from '#core/project/zone-context.ts';
import type { Failure, Result } from '#core/kernel/result.ts';
import { missing } from '#core/stages/gate.ts';
import { openAssignments } from '#core/project/standing.ts';
import type { StageId } from '#core/stages/stage-id.ts';
import { letterSubmitted } from '#core/letter/submit-letter.ts';
import type { ZoneSetting } from '#core/kernel/ports.ts';
import { at, decisionOf, goodAnswer, letter, needs, contextAt, signedLetter, zoneSetting } from './samples.ts';

export const officeRef: ActorRef = { kind: 'staff', personId: 'head-alpha' };

interface Begin {
  readonly on?: string;
  readonly lines?: readonly Utility[];
  readonly signed?: boolean;
  /** Whether the originals of the application lie with the office as soon as they are asked for; true unless told. */
  readonly documents?: boolean;
  readonly forum?: string;
  readonly projectId?: string;
  readonly zone?: ZoneSetting;
}

/** One project walked by rules alone, without ports: where it stands, and every change that brought it there. */
export class Journey {
  readonly changes: Change[] = [];
  zone: ZoneSetting;
  now: number;
  #state: Aggregate;
  readonly #documents: boolean;

  constructor({
    on = '2026-01-12',
    lines = ['power', 'gas'],
    signed = true,
    documents = true,
    forum,
    projectId = 'p1',
    zone = zoneSetting(),
  }: Begin = {}) {
    this.zone = zone;
    this.#documents = documents;
    this.now = at(on);
    const body = letterSubmitted(letter({ utilities: needs(...lines), ...(forum && { forum }) }), this.setting, {
      number: 'ALP-2026-0001',
    });
    const event: ProjectEvent = { projectId, sequence: 1, at: this.now, actor: { kind: 'investor' }, body };
    this.#state = apply(undefined, event);
    this.changes.push({ before: undefined, after: this.#state, events: [event], notes: [] });
    if (signed) this.did(addDocument(this.#state, this.setting, signedLetter, { kind: 'investor' }));
  }

  get setting(): ZoneContext {
    return contextAt(this.now, this.zone);
  }
  get state(): Aggregate {
    return this.#state;
  }
  get project() {
    return this.#state.project;
  }
  get events(): readonly ProjectEvent[] {
    return this.changes.flatMap(({ events }) => events);
  }
  get open(): readonly Assignment[] {
    return openAssignments(this.#state);
  }
  get missing() {
    return missing(this.#state, this.zone.lines);
  }

  on(date: string, time?: string): this {
    this.now = at(date, time);
    return this;
  }

  take(change: Change | undefined): this {
    if (change) {
      this.#state = change.after;
      this.changes.push(change);
    }
    return this;
  }

  /** Takes a change that must be possible. */
  did(result: Result<Change | undefined>): this {
    if (!result.ok) throw new Error(JSON.stringify(result.failure));
    return this.take(result.value);
  }

  /** The workflow arrives where the table is. */
  arrive(): this {
    this.take(openStage(this.#state, this.setting)).take(openCorrection(this.#state, this.setting));
    return this.#documents && this.open.some(({ kind }) => kind === 'documents') ? this.holdOriginals() : this;
  }

  /** Everything that lacks lies with the office on paper. */
  holdOriginals(...kinds: readonly DocumentKind[]): this {
    return this.did(
      holdOriginals(
        this.#state,
        this.setting,
        kinds.length > 0 ? kinds : lackingDocuments(this.#state).map(({ kind }) => kind),
        officeRef,
      ),
    );
  }

  /** The first assignment of a kind that is open now, or the latest of that kind. */
  find(kind: AssignmentKind, line?: Utility): Assignment {
    const all = this.#state.assignments.filter((one) => one.kind === kind && (line === undefined || one.line === line));
    const found = all.find(({ state }) => state === 'open' || state === 'paused') ?? all.at(-1);
    if (!found) throw new Error(`No ${kind}`);
    return found;
  }

  try(
    kind: AssignmentKind,
    decision: Decision = goodAnswer(kind),
    { line, by = officeRef, onBehalf }: { line?: Utility | undefined; by?: ActorRef; onBehalf?: PaperAnswer } = {},
  ): Result<Change> {
    return answer(this.#state, this.setting, {
      assignmentId: this.find(kind, line).assignmentId,
      decision,
      by,
      onBehalf,
    });
  }

  failure(kind: AssignmentKind, decision?: Decision, line?: Utility): Failure {
    const result = this.try(kind, decision, { line });
    if (result.ok) throw new Error('It did not fail');
    return result.failure;
  }

  answer(kind: AssignmentKind, decision?: Decision, line?: Utility): this {
    return this.did(this.try(kind, decision, { line }));
  }

  /** Everything the stage needs is answered well, step after step. */
  settle(): this {
    for (;;) {
      const next = this.open.find(({ kind }) => kind !== 'office-decision' && !isBesidePath(kind));
      if (!next) return this;
      if (next.kind === 'documents') this.holdOriginals();
      else this.answer(next.kind, goodAnswer(next.kind), next.line);
    }
  }

  approve(): this {
    return this.answer('office-decision');
  }

  sendBack(to: StageId): this {
    return this.answer('office-decision', decisionOf('sent-back', 'office-decision', { to }));
  }

  /** On the straight path into a stage, opened there. */
  to(stage: StageId): this {
    this.arrive();
    while (this.project.stage !== stage) this.settle().approve().arrive();
    return this;
  }

  /** A day begins. */
  passDay(date: string): this {
    this.on(date, '06:00');
    for (;;) {
      const change = passDay(this.#state, this.setting);
      if (!change) return this;
      this.take(change);
    }
  }
}
