import type { ReportEmails } from '../areas/report-emails.ts';

export const en: ReportEmails = {
  'report-asked': {
    investor: {
      subject: 'report on the contract obligations',
      heading: 'Report what was done',
      paragraphs: [
        'The period {kept} is over. Report the investment, jobs, output and exports of this period by the date below; last year’s figures are shown beside them.',
        'What is not reported is shown as “not reported”, not as zero.',
      ],
      action: 'Report',
    },
  },
  'report-missing': {
    investor: {
      subject: 'the report is missing',
      heading: 'Your report is missing',
      paragraphs: [
        'The report for {kept} has not come, though its due date has passed. If reports for two quarters are missing, the office visits the site and may draw up an act of breach.',
      ],
      action: 'Report',
    },
    office: {
      subject: 'a report is missing',
      heading: 'The report of an investor is missing',
      paragraphs: ['The report for {kept} has not come, though its due date has passed. The investor was reminded.'],
      action: 'See the project',
    },
  },
  'report-visit': {
    office: {
      subject: 'visit the site',
      heading: 'Reports are missing: visit the site',
      paragraphs: [
        'Reports have been missing since {kept}. Visit the site by the date below and enter what was found; an act of breach may follow.',
      ],
      action: 'Enter the visit',
    },
  },
  'report-breach': {
    investor: {
      subject: 'act of breach',
      heading: 'An act of breach was drawn up',
      paragraphs: [
        'Because reports on the obligations of your contract are missing, the office drew up act of breach no. {kept}. Send the missing reports by the date below.',
      ],
      action: 'Report',
    },
  },
};
