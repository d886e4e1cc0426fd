import { documentKinds, type DocumentKind } from '#core/documents/document-kind.ts';
import { documentRules } from '#core/documents/document-rules.ts';
import { zoneTypes } from '#core/reference/zone-type.ts';
import { isInZone } from '#core/stages/definition.ts';
import type { DocumentView } from '#core/documents/document-views.ts';
import { languages } from '#core/kernel/common.ts';
import { documentTexts } from '#core/texts/areas/documents.ts';
import { toLatin } from '#core/texts/uzbek-latin.ts';
import { present } from '../kit/values.ts';

export interface UploadPlace {
  readonly kind?: DocumentKind | undefined;
  readonly documentId?: string | undefined;
  readonly assignmentId?: string | undefined;
}

export interface PlaceChoice {
  /** As a form writes it: the fields that name the place. */
  readonly value: string;
  readonly kind: DocumentKind;
  readonly isLacking: boolean;
  /** A file brought now takes the place of an earlier one. */
  readonly replaces: boolean;
  readonly many: boolean;
}

type Brought = Pick<DocumentView, 'kind' | 'documentId' | 'assignmentId' | 'state' | 'mayBring'>;

const lacks = (state: Brought['state']): boolean => state === 'missing' || state === 'refused' || state === 'returned';

export const isThere = (document: Pick<DocumentView, 'state'>): boolean =>
  ['waiting', 'clean', 'not-scanned', 'held'].includes(document.state);

/** Where this reader may bring a file: what lacks, then what else there can be, then what a file would replace. */
export function placeChoices(
  documents: readonly Brought[],
  mayAdd: readonly DocumentKind[],
  assignmentId?: string,
): readonly PlaceChoice[] {
  const own = documents.filter(({ mayBring }) => mayBring);
  const choiceOf = ({ kind, documentId, ...one }: Pick<Brought, 'kind'> & Partial<Brought>) => ({
    value: new URLSearchParams(present({ kind, documentId, assignmentId: one.assignmentId })).toString(),
    kind,
    isLacking: one.state !== undefined && lacks(one.state),
    replaces: one.state !== undefined && !['missing', 'refused', 'held'].includes(one.state),
    many: documentRules[kind].many && documentId === undefined,
  });
  const lacking = own.filter(({ state }) => lacks(state)).map(choiceOf);
  // Of several of one kind each is replaced by the form beside it: their names would not tell them apart.
  const isOnly = ({ kind }: Brought) => own.filter((one) => one.kind === kind).length === 1;
  const isNew = (kind: DocumentKind) =>
    !lacking.some((one) => one.kind === kind && (one.many || !documentRules[kind].many));
  return [
    ...lacking,
    ...mayAdd.filter(isNew).map((kind) => choiceOf({ kind, assignmentId })),
    ...own.filter((one) => !lacks(one.state) && !documentRules[one.kind].many && isOnly(one)).map(choiceOf),
  ];
}

/** So many letters of a word tell it in all its endings. */
const stemLetters = 5;

/** What any file may be called after. */
const tellsNothing: readonly string[] = [
  'инвес',
  'inves',
  'компа',
  'kompa',
  'compa',
  'немес',
  'құрыл',
  'қурил',
  'quril',
];

const spoken: readonly DocumentKind[] = documentKinds.filter((kind) => !documentRules[kind].many);

function stemsOf(kind: DocumentKind): ReadonlySet<string> {
  const names = languages.map((language) => documentTexts(language).names[kind].toLowerCase());
  const words = names.flatMap((name) => name.split(/[^\p{L}]+/u)).filter(({ length }) => length > 3);
  const inLatin = words.map(toLatin).filter((word) => /^[a-z]+$/.test(word));
  const stems = [...words, ...inLatin].map((word) => word.slice(0, stemLetters));
  return new Set(stems.filter((stem) => !tellsNothing.includes(stem)));
}

const endings: Partial<Readonly<Record<DocumentKind, readonly string[]>>> = {
  'electronic-signature': ['p7s', 'p7m', 'cms', 'sig'],
  'design-volumes': ['zip'],
};

const areAskedTogether = (one: DocumentKind, other: DocumentKind): boolean =>
  [undefined, ...zoneTypes].some((type) => [one, other].every((kind) => isInZone(documentRules[kind], type)));

function allCalled(): Readonly<Record<string, string>> {
  const stems = new Map(spoken.map((kind) => [kind, stemsOf(kind)]));
  const isOnes = (kind: DocumentKind, stem: string) =>
    ![...stems].some(([other, one]) => other !== kind && one.has(stem) && areAskedTogether(kind, other));
  return Object.fromEntries(
    documentKinds.map((kind) => [
      kind,
      [...(stems.get(kind) ?? []), ...(endings[kind] ?? [])]
        .filter((stem) => endings[kind]?.includes(stem) === true || isOnes(kind, stem))
        .join(' '),
    ]),
  );
}

let called: Readonly<Record<string, string>> | undefined;

/** Beginnings of words, in every language, by which a file's name says that it is this document and no other; `` where nothing does. */
export function calledBy(kind: DocumentKind): string {
  called ??= allCalled();
  return called[kind] ?? '';
}
