import type { ShowcaseEmailTexts } from '../areas/showcase-emails.ts';

export const en: ShowcaseEmailTexts = {
  confirm: {
    subject: 'Confirm your proposal',
    text: 'You, or somebody with your address, have proposed to make the part below. The proposal counts once you confirm it. If it was not you, please ignore this email.',
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
    text: 'Whoever wants to make your part asks a question. Your answer is read by everybody.',
    action: 'Answer',
  },
  told: {
    subject: 'A question about the part was answered',
    text: 'A question about the part for which you made a proposal was answered. Everybody reads the answer.',
    action: 'Read the answer',
  },
  asked: {
    subject: 'Your answer is asked for',
    text: 'The zone office asks you for what stands below. The link shows the passport of the proposal; you need no account to answer.',
    action: 'See the passport and answer',
  },
  inquired: {
    subject: 'A question about your proposal',
    text: 'Whoever decides on your proposal asks you a question. Please answer by the link.',
    action: 'Answer',
  },
  replied: {
    subject: 'Your question was answered',
    text: 'The proposer has answered your question. Your decision is still awaited.',
    action: 'Read the answer and decide',
  },
  reported: {
    subject: 'News of your proposal',
    text: 'There is a result for your proposal. The link shows it and what you can do next.',
    action: 'See the result',
  },
  due: {
    subject: 'A reminder of your step',
    text: 'You were asked for the step below. Please say by the link how it stands.',
    action: 'Say the result',
  },
};
