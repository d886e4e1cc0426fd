export { textsOf, type Texts } from './areas/terms.ts';
export { countText } from './count-text.ts';
export { dateText, clockText, momentText, monthText, shortDateText } from './dates.ts';
export { fill } from './fill.ts';
export { languageTags } from './locales.ts';
export { numberText } from './numbers.ts';
