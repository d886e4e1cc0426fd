import { describe, expect, it } from 'vitest';
import { documentKinds, type DocumentKind } from '#core/documents/document-kind.ts';
import { documentRules } from '#core/documents/document-rules.ts';
import { isInZone } from '#core/stages/definition.ts';
import { calledBy, placeChoices } from '#pages/documents/upload-places.ts';
import { preselect, twice, type Choice } from './which-document.ts';

const choice = (kind: DocumentKind, lacking = false): Choice => [
  kind,
  calledBy(kind),
  documentRules[kind].many,
  lacking,
];
const all = documentKinds.map((kind) => choice(kind));

describe('which document a file is', () => {
  it.each<[string, string]>([
    ['Устав ТОО «Болат».pdf', 'charter'],
    ['ustav_2025.PDF', 'charter'],
    ['Жарғы.pdf', 'charter'],
    ['жарғы.pdf'.normalize('NFD'), 'charter'],
    ['Bank 2025.pdf', 'bank-certificate'],
    ['Бизнес-план Болат Құрылыс ЖШС.pdf', 'business-plan'],
    ['Business plan final.pdf', 'business-plan'],
    ['Бизнес-план.pdf', 'business-plan'],
    ['Анкета инвестора.pdf', 'questionnaire'],
    ['letter.pdf.p7s', 'electronic-signature'],
    ['чертежи.zip', 'design-volumes'],
    ['IMG_0001.jpg', ''],
    ['справка.pdf', ''],
    ['Устав и анкета.pdf', ''],
    ['file.pdf', ''],
  ])('%s: %s', (name, kind) => {
    expect(preselect([name], all, [])).toEqual([kind]);
  });

  it.each<[string, DocumentKind]>([
    ['Feasibility study.pdf', 'feasibility-study'],
    ['ТЭО, технико-экономическое обоснование.pdf', 'feasibility-study'],
    ['Кредитный отчёт.pdf', 'credit-report'],
    ['Эскиз.pdf', 'territory-sketch'],
  ])('in a special economic zone %s: %s', (name, kind) => {
    const choices = documentKinds.filter((one) => isInZone(documentRules[one], 'kz-sez')).map((one) => choice(one));
    expect(preselect([name], choices, [])).toEqual([kind]);
  });

  it('is the next that lacks where names say nothing, whatever names say of the others', () => {
    const choices = [
      choice('application', true),
      choice('questionnaire', true),
      choice('charter', true),
      choice('other'),
    ];
    expect(preselect(['1.jpg', 'Устав.pdf', '2.jpg', '3.jpg'], choices, [])).toEqual([
      'application',
      'charter',
      'questionnaire',
      '',
    ]);
    expect(preselect(['1.jpg'], choices, ['application'])).toEqual(['questionnaire']);
  });

  it('is asked about where its name says what another file is, or where it can be nothing that lacks', () => {
    const choices = [choice('application', true), choice('charter', true)];
    expect(preselect(['Устав 1.pdf', 'Устав 2.pdf', 'a.p7s', 'b.zip'], choices, [])).toEqual(['charter', '', '', '']);
  });

  it('is told where two files are one document that takes one', () => {
    const choices = [choice('charter'), choice('other')];
    expect(twice(['charter', 'other', 'charter', 'other', ''], choices)).toEqual([false, false, true, false, false]);
  });
});

describe('where a file may be brought', () => {
  const brought = (kind: DocumentKind, state: 'missing' | 'clean' | 'returned' | 'held', mayBring = true) => ({
    kind,
    state,
    mayBring,
    ...(state !== 'missing' && state !== 'held' && { documentId: `${kind}-1` }),
  });

  it('is first what lacks, then what there can be more of, last what would be replaced', () => {
    const choices = placeChoices(
      [brought('charter', 'clean'), brought('application', 'missing'), brought('questionnaire', 'returned')],
      ['other'],
      'a-1',
    );
    expect(choices).toEqual([
      { value: 'kind=application', kind: 'application', isLacking: true, replaces: false, many: false },
      {
        value: 'kind=questionnaire&documentId=questionnaire-1',
        kind: 'questionnaire',
        isLacking: true,
        replaces: true,
        many: false,
      },
      { value: 'kind=other&assignmentId=a-1', kind: 'other', isLacking: false, replaces: false, many: true },
      { value: 'kind=charter&documentId=charter-1', kind: 'charter', isLacking: false, replaces: true, many: false },
    ]);
  });

  it('is nothing that this reader may not bring, and no kind twice', () => {
    const kinds = placeChoices(
      [brought('charter', 'missing', false), brought('site-photo', 'missing'), brought('application', 'held')],
      ['site-photo'],
    ).map(({ kind, replaces }) => [kind, replaces]);
    expect(kinds).toEqual([
      ['site-photo', false],
      ['application', false],
    ]);
  });
});
