import type { ShowcaseEmailTexts } from '../areas/showcase-emails.ts';

export const en: ShowcaseEmailTexts = {
  confirm: {
    subject: 'Confirm your proposal',
    text: 'You, or somebody with your address, has proposed to make the part below. The proposal counts once you confirm it. If it was not you, please ignore this email.',
    action: 'Confirm',
  },
  proposed: {
    subject: 'Somebody can make your part',
    text: 'A company proposes to make the part that you buy abroad. Please compare the proposals and answer.',
    action: 'See the proposals',
  },
  answered: {
    subject: 'Your proposal has an answer',
    text: 'Your proposal was answered. The link shows the answer and what you can do next.',
    action: 'See the answer',
  },
  question: {
    subject: 'A question about your part',
    text: 'Somebody who wants to make your part has asked a question. Everybody can read your answer.',
    action: 'Answer',
  },
  told: {
    subject: 'A question about the part was answered',
    text: 'A question about the part for which you made a proposal was answered. Everybody can read the answer.',
    action: 'Read the answer',
  },
  asked: {
    subject: 'Your answer is needed',
    text: 'The zone office asks you for what is named below. The link shows the passport of the proposal; you need no account to answer.',
    action: 'See the passport and answer',
  },
  inquired: {
    subject: 'A question about your proposal',
    text: 'Somebody who decides on your proposal has asked you a question. Please use the link to answer.',
    action: 'Answer',
  },
  replied: {
    subject: 'Your question was answered',
    text: 'The proposer has answered your question. Your decision is still awaited.',
    action: 'Read the answer and decide',
  },
  reported: {
    subject: 'News about your proposal',
    text: 'There is a result for your proposal. The link shows it and what you can do next.',
    action: 'See the result',
  },
  due: {
    subject: 'A reminder about your step',
    text: 'You were asked for the step below. Please use the link to say how it is going.',
    action: 'Report the result',
  },
};
