import type { Language } from '#core/kernel/common.ts';
import { letterTexts } from '#core/texts/areas/letter.ts';
import type { LetterField } from './steps/steps.ts';

export function letterLabels(language: Language): Readonly<Record<LetterField | 'signedLetter' | 'consent', string>> {
  const { labels, needs } = letterTexts(language);
  return {
    zoneId: labels.zoneId,
    'company.country': labels.country,
    'company.registeredIn': labels.registeredIn,
    'company.name': labels.name,
    'company.number': labels.number,
    production: labels.production,
    sector: labels.sector,
    'investment.amount': labels.investment,
    'investment.currency': labels.investment,
    jobs: labels.jobs,
    exportShare: labels.exportShare,
    financing: labels.financing,
    'utilities.power': needs.power,
    'utilities.gas': needs.gas,
    'utilities.water': needs.water,
    'utilities.sewerage': needs.sewerage,
    'utilities.heat': needs.heat,
    'utilities.telecom': needs.telecom,
    'utilities.road': needs.road,
    'utilities.rail': needs.rail,
    landHectares: labels.landHectares,
    wantedStart: labels.wantedStart,
    'contact.name': labels.contactName,
    'contact.email': labels.email,
    'contact.phone': labels.phone,
    'contact.language': labels.language,
    forum: labels.forum,
    signedLetter: labels.file,
    consent: labels.consent,
  };
}
