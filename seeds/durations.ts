import type { StageDuration } from '#core/contracts/stage-duration.ts';
import type { StageId } from '#core/domain/stage-id.ts';

/** Choices of this project hold from before the oldest demo project; an administrator adds versions with a later date. */
const fromTheStart = '2021-01-01';
const constructionCode = '2026-07-01';

const days: Record<StageId, number> = {
  'letter-of-intent': 5,
  'council-approval': 15,
  'contract-and-land': 20,
  'technical-conditions': 17,
  'design-documentation': 90,
  expertise: 30,
  'construction-start': 10,
};

const entry = (
  country: StageDuration['country'],
  stage: StageId,
  title: string,
  { url, from = fromTheStart }: { url?: string; from?: string } = {},
): StageDuration => ({
  country,
  stage,
  workingDays: days[stage],
  source: url === undefined ? { title } : { title, url },
  effectiveFrom: from,
});

/** Default stage durations. Where no act sets a term for the whole stage the number is ours, and the title says so. */
export const defaultDurations: readonly StageDuration[] = [
  entry('KZ', 'letter-of-intent', 'Term of this office; a letter is registered on the day it is received'),
  entry('KZ', 'council-approval', 'Term of this office for the check of documents and the council; 5 working days to cure a return'),
  entry(
    'KZ',
    'contract-and-land',
    'Term of this office; inside it the law "On special economic and industrial zones" of 3 April 2019 No. 242-VI: contract 10, notices 2, register 5 working days',
    { url: 'https://adilet.zan.kz/rus/docs/Z1900000242' },
  ),
  entry(
    'KZ',
    'technical-conditions',
    'Rules for the organisation of building and permit procedures, order of 30 November 2015 No. 750: 6 to 17 working days by kind of object, the longest taken',
    { url: 'https://adilet.zan.kz/rus/docs/V1500012684' },
  ),
  entry(
    'KZ',
    'design-documentation',
    'Term of this office; procedure by the law on architectural, town-planning and construction activity of 16 July 2001 No. 242',
    { url: 'https://adilet.zan.kz/rus/docs/Z010000242_' },
  ),
  entry('KZ', 'design-documentation', 'Term of this office; procedure by the Construction Code of 9 January 2026 No. 253-VIII', {
    from: constructionCode,
  }),
  entry(
    'KZ',
    'expertise',
    'Term of this office; procedure by the law on architectural, town-planning and construction activity of 16 July 2001 No. 242',
    { url: 'https://adilet.zan.kz/rus/docs/Z010000242_' },
  ),
  entry(
    'KZ',
    'expertise',
    'Term of this office; procedure by the Construction Code of 9 January 2026 No. 253-VIII and the expertise rules of 15 May 2026 No. 240',
    { from: constructionCode },
  ),
  entry('KZ', 'construction-start', 'Term of this office for the notification and the confirmation on site'),

  entry('UZ', 'letter-of-intent', 'Term of this office; a letter is registered on the day it is received'),
  entry('UZ', 'council-approval', 'Term of this office; inside it 10 working days for the decision of the directorate and 5 to cure a return'),
  entry('UZ', 'contract-and-land', 'Term of this office, the electronic auction of the plot included'),
  entry(
    'UZ',
    'technical-conditions',
    'Term of this office; procedure by the regulations on connection to networks, Cabinet of Ministers, 31 March 2018 No. 256',
    { url: 'https://lex.uz/docs/3645664' },
  ),
  entry('UZ', 'technical-conditions', 'Term of this office; the procedures of connection are joined into one from this day', {
    from: '2026-07-01',
  }),
  entry('UZ', 'design-documentation', 'Term of this office'),
  entry('UZ', 'expertise', 'Term of this office'),
  entry('UZ', 'construction-start', 'Term of this office for the notification and the confirmation on site'),
];
