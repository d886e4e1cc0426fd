import { describe, expect, it } from 'vitest';
import { languages, utilities, type Language } from '../kernel/common.ts';
import { assignmentKinds } from '../stages/facts.ts';
import { assignmentName, placeName } from '../notices/names.ts';
import { stageIds } from '../stages/stage-id.ts';
import { lostSoftSign } from '#test/support/soft-signs.ts';
import { textsIn, type Flat } from '#test/support/texts.ts';
import { emailTextsOf } from './areas/emails.ts';
import { textsOf } from './index.ts';
import { frameTexts } from './areas/frame.ts';
import { officeTexts } from './areas/office.ts';

/** What native readers found in more than one text of a language: none of it may come back. */

const matching = async (language: Language, fault: RegExp): Promise<Flat> =>
  (await textsIn(language)).filter(([, text]) => fault.test(text));

describe('grammar around a value', () => {
  // A day comes out in words, a number without its ending: neither can carry the case that these words govern.
  it.each<[Language, RegExp]>([
    ['kk', /\} (бастап|дейін|астам|жағдай)/],
    ['uz', /\} ?(dan|gacha|ga|da)(?!\p{L})/u],
    ['uz-cyrl', /\} ?(дан|гача|га|да)(?!\p{L})/u],
  ])('%s puts no case after a value', async (language, fault) => {
    // 'ga' is the sign of hectares as well.
    expect((await matching(language, fault)).filter(([path]) => !path.endsWith('/hectares'))).toEqual([]);
  });

  it.each<[Language, RegExp]>([
    ['kk', /кімде/i],
    ['ru', /у кого/i],
    ['uz', /kimda/i],
    ['uz-cyrl', /кимда/i],
  ])('%s asks in no label at whom: the name beside it has no case', async (language, atWhom) => {
    const labels = (await textsIn(language)).filter(([, text]) => text.length < 30 && !/[.!?:]|\{/.test(text));
    expect(labels.filter(([, text]) => atWhom.test(text))).toEqual([]);
  });

  it('Latin Uzbek joins a year to its word by a hyphen', async () => {
    expect(await matching('uz', /(\d{4}|\{year\}) yil/)).toEqual([]);
  });

  it('Cyrillic Uzbek has lost no soft sign', async () => {
    expect(
      (await textsIn('uz-cyrl')).flatMap(([path, text]) => {
        const lost = lostSoftSign(text);
        return lost === undefined ? [] : [[path, lost]];
      }),
    ).toEqual([]);
  });
});

describe('one word, one meaning', () => {
  // Where something was received, nobody has approved it yet; «қабылданды» is the opposite of the word for "rejected".
  const received = /receipt|received|letter-submitted|letter-received|uploaded|arrived|check-inbox|submitted/i;

  it.each<[Language, RegExp]>([
    ['kk', /қабылдан(ды|ған)/i],
    ['ru', /принят(о|а|ы)?(?!\p{L})/iu],
    ['uz', /qabul qilindi/i],
    ['uz-cyrl', /қабул қилинди/i],
  ])('S13: %s does not say "accepted" for "received"', async (language, accepted) => {
    const texts = (await textsIn(language)).filter(([path]) => received.test(path));
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter(([, text]) => accepted.test(text))).toEqual([]);
  });

  it.each<[Language, RegExp]>([
    ['kk', /біржола/i],
    ['ru', /прекра[тщ]/i],
    ['en', /terminat/i],
    ['uz', /bekor qil/i],
    ['uz-cyrl', /бекор қил/i],
  ])('S12: in %s what ends a project for good is never called as what suspends it', (language, forGood) => {
    const { endings, phases } = textsOf(language);
    const { terminated, suspended } = emailTextsOf(language).notices;
    for (const text of [endings.terminated, terminated.investor.subject, terminated.investor.heading])
      expect(text).toMatch(forGood);
    for (const text of [phases.suspended, suspended.investor.subject, suspended.investor.heading])
      expect(text).not.toMatch(forGood);
  });

  it.each(languages)(
    'S12: in %s what the office chooses is a command, not what was decided, and is called as no action on the project',
    (language) => {
      const { choices, actions } = officeTexts(language);
      const lower = (text: string): string => text.toLowerCase();
      const said = Object.values(textsOf(language).outcomes).map(lower);
      const acts = Object.values(actions).flatMap(({ title, button }) => [title, button].map(lower));
      expect(
        Object.values(choices).filter((choice) => said.includes(lower(choice)) || acts.includes(lower(choice))),
      ).toEqual([]);
      expect(new Set(Object.values(choices).map(lower)).size).toBe(Object.keys(choices).length);
      for (const key of ['title', 'button'] as const) {
        const others = Object.values(actions).map((action) => lower(action[key]));
        expect(new Set(others).size).toBe(others.length);
      }
    },
  );

  it.each<[Language, RegExp]>([
    ['kk', /дирекция|жер телімі|[Өө]тінім(?!\p{L})|[Жж]ұмысқа алу|(?<!жай-)(?<!Жай-)күйі$/iu],
    ['ru', /дирекци|нынешн|в пути(?!\p{L})/iu],
    ['en', /headquarters|state expertise/i],
    ['uz', /ishga olish|loyiha\S* tugatildi|ishtirokchi shartnoma|yapti(?!\p{L})/iu],
    ['uz-cyrl', /ишга олиш|лойиҳа\S* тугатилди|иштирокчи шартнома|япти(?!\p{L})/iu],
  ])('%s uses no word that was given up', async (language, word) => {
    expect(await matching(language, word)).toEqual([]);
  });
});

describe('one name for one product', () => {
  it.each(languages)('in %s emails are sent under the name that the pages carry', (language) => {
    expect(emailTextsOf(language).email.product).toBe(frameTexts(language).siteName);
  });
});

describe('one colon a sentence', () => {
  it.each(languages)('%s: no name that stands after a colon holds one', (language) => {
    const texts = textsOf(language);
    const names = [
      ...assignmentKinds.flatMap((kind) => [undefined, ...utilities].map((line) => assignmentName(texts, kind, line))),
      ...stageIds.flatMap((stage) => [undefined, ...utilities].map((line) => placeName(texts, { stage, line }))),
      ...[texts.outcomes, texts.endings, texts.holders, texts.partyKinds].flatMap((each) => Object.values(each)),
    ];
    expect(names.filter((name) => name.includes(':'))).toEqual([]);
  });

  it.each(languages)('%s has no colon after a colon, but in a row of labels with their values', async (language) => {
    expect(await matching(language, /:\s[^.!?;,]*:(\s|$)/)).toEqual([]);
  });
});
