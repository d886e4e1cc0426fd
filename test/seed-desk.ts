import { readFileSync } from 'node:fs';
import { worldAt } from '/work/wt/desk/test/support/host.ts';
const world = worldAt(JSON.parse(readFileSync('/tmp/desk-data/endpoints.json', 'utf8')));
const names = [
  'ТОО «Қазақстан Жылыту Жүйелері»',
  'ЖШС «Ақтөбе Құрылыс Материалдары»',
  'Anatolia Gıda Sanayi A.Ş.',
  'ТОО «Степные мельницы»',
  'Henan Textile Machinery Co.',
  'АО «Западно-Казахстанский завод металлоконструкций и сварки»',
];
for (let at = 0; at < 60; at += 1) {
  const number = String(260100000000 + at);
  await world.submit({
    company: { country: 'KZ', name: `${names[at % names.length]}${at > 40 ? ` ${at}` : ''}`, number },
    jobs: 20 + at * 7,
    investment: { amountMinor: 10_000_000_000 + at * 77_700_000_00, currency: at % 9 === 0 ? 'EUR' : 'KZT' },
  } as never);
}
console.log('seeded');
