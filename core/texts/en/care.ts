import type { CareTexts } from '../areas/care.ts';

export const en: CareTexts = {
  numbers: 'Numbers in other registers',
  addNumber: 'Add a number',
  kind: 'Register',
  number: 'Number',
  numberHint: 'As it stands on the paper; spaces are left out.',
  removeNumber: 'Remove',
  companion: 'Companion of the investor',
  companionText: 'The investor reads the name on their page and in emails.',
  noCompanion: 'nobody yet',
  nameCompanion: 'Name a companion',
  verified: 'Last checked',
  never: 'not yet',
  verify: 'Checked, all is as it stands',
  verifiedBy: '{date}, {who}',
  save: 'Save',
  kinds: {
    ndip: 'NDIP (national investment platform)',
    'e-licensing': 'Request in E-licensing',
    'construction-object': 'Construction object',
    cadastre: 'Cadastral number',
    'auction-lot': 'Auction lot',
    'register-entry': 'Entry in the register of participants',
  },
  done: {
    'note-number': 'The number was saved.',
    'remove-number': 'The number was removed.',
    'name-companion': 'The companion was named.',
    verify: 'It is noted that all is as it stands.',
  },
};
