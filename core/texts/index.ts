export { textsOf, type Texts } from './areas/terms.ts';
export { countText } from './count-text.ts';
export { dateText, daysText, clockText, momentText, monthText, shortDateText } from './dates.ts';
export { fill } from './fill.ts';
export { languageNames, languageTags } from './locales.ts';
export { numberText } from './numbers.ts';
