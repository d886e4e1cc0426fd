import type { StageDuration } from '#core/calendar/stage-duration.ts';
import type { Names } from '#core/reference/reference.ts';
import type { StageId } from '#core/stages/stage-id.ts';
import type { ZoneType } from '#core/reference/zone-type.ts';
import {
  afterContract,
  applicationAndContract,
  auctionIncluded,
  buildingRules,
  codeAndExpertiseRules,
  connectionJoined,
  connectionRules2018,
  connectionsInOne,
  constructionCode,
  constructionLaw2001,
  councilAndCure,
  councilOfIndustrialZones,
  directoratesDecision,
  noticeAndSite,
  practice,
  registeredAtOnce,
  setByOffice,
  zonesLaw,
} from './duration-sources.ts';

/** Choices of this project hold from before the oldest demo project; an administrator adds versions with a later date. */
const fromTheStart = '2021-01-01';
const since2026 = { from: '2026-07-01' };

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
  titles: Names,
  { url, from = fromTheStart, zoneType }: { url?: string; from?: string; zoneType?: ZoneType } = {},
): StageDuration => ({
  country,
  ...(zoneType !== undefined && { zoneType }),
  stage,
  workingDays: days[stage],
  source: { title: titles.en, titles, ...(url !== undefined && { url }) },
  effectiveFrom: from,
});

const law2019 = { url: 'https://adilet.zan.kz/rus/docs/Z1900000242' };
const sezSince2023 = { ...law2019, zoneType: 'kz-sez', from: '2023-01-01' } as const;
const industrial = { ...law2019, zoneType: 'kz-industrial' } as const;
const law2001 = { url: 'https://adilet.zan.kz/rus/docs/Z010000242_' };

/** Default stage durations. Where no act sets a term for the whole stage, or its number was not seen, the number is ours, and the title says so. */
export const defaultDurations: readonly StageDuration[] = [
  entry('KZ', 'letter-of-intent', setByOffice('KZ', registeredAtOnce)),
  entry('KZ', 'council-approval', setByOffice('KZ', councilAndCure)),
  entry('KZ', 'council-approval', setByOffice('KZ', applicationAndContract), sezSince2023),
  entry('KZ', 'council-approval', setByOffice('KZ', councilOfIndustrialZones), industrial),
  entry('KZ', 'contract-and-land', setByOffice('KZ', zonesLaw), law2019),
  entry('KZ', 'contract-and-land', setByOffice('KZ', applicationAndContract, afterContract), sezSince2023),
  entry('KZ', 'contract-and-land', setByOffice('KZ', zonesLaw), industrial),
  entry('KZ', 'technical-conditions', buildingRules, { url: 'https://adilet.zan.kz/rus/docs/V1500012684' }),
  entry('KZ', 'technical-conditions', practice('KZ', constructionCode, connectionsInOne), { from: '2026-08-04' }),
  entry('KZ', 'design-documentation', setByOffice('KZ', constructionLaw2001), law2001),
  entry('KZ', 'design-documentation', setByOffice('KZ', constructionCode), since2026),
  entry('KZ', 'expertise', setByOffice('KZ', constructionLaw2001), law2001),
  entry('KZ', 'expertise', practice('KZ', codeAndExpertiseRules), since2026),
  entry('KZ', 'construction-start', setByOffice('KZ', noticeAndSite)),

  entry('UZ', 'letter-of-intent', setByOffice('UZ', registeredAtOnce)),
  entry('UZ', 'council-approval', setByOffice('UZ', directoratesDecision)),
  entry('UZ', 'contract-and-land', setByOffice('UZ', auctionIncluded)),
  entry('UZ', 'technical-conditions', setByOffice('UZ', connectionRules2018), { url: 'https://lex.uz/docs/3645664' }),
  entry('UZ', 'technical-conditions', practice('UZ', connectionJoined), since2026),
  entry('UZ', 'design-documentation', setByOffice('UZ')),
  entry('UZ', 'expertise', setByOffice('UZ')),
  entry('UZ', 'construction-start', setByOffice('UZ', noticeAndSite)),
];
