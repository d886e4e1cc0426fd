import type { DocumentPageTexts } from './shape.ts';

export const en: DocumentPageTexts = {
  title: 'Documents',
  lead: {
    draft: 'The office can only take a letter signed by the director of the company. A photo taken with a phone is enough.',
    investor: 'Here you bring the documents of your project, replace them, and see what became of each.',
    party: 'Here you bring the papers that belong to your answer, and see what you need of the project.',
    office: 'All documents of the project, with every version.',
  },
  headings: { asked: 'What is needed', others: 'Other documents', another: 'Add another document' },
  none: 'No document has been brought yet.',
  scanning: {
    on: 'Each file is checked for viruses before it counts.',
    off: 'Files are not scanned for viruses here. Open only what you expect.',
  },
  form: {
    file: 'File',
    hint: 'PDF, JPEG or PNG, drawings also as an archive; at most 100 MB, in a browser without scripts at most 4 MB.',
    send: 'Upload',
    kind: 'Which document is it?',
    replace: 'Replace it',
    replaceText: 'The earlier version is kept.',
  },
  version: { line: 'Version {version}, {date}, {size}, {by}', earlier: 'Earlier versions', download: 'Download' },
  by: { investor: 'from the investor', party: 'from the responsible party', staff: 'from the zone office', system: 'by itself' },
  sizes: { megabytes: '{size} MB', kilobytes: '{size} KB' },
  belongsTo: 'Belongs to: {assignment}',
  done: { added: 'The document has been added.', held: 'It is noted that the signed original lies in your office.' },
  original: {
    title: 'The signed original',
    text: 'If the letter signed on paper lies in your office, say so: it counts as signed without a file. Your name stays in the log.',
    button: 'The original lies with us',
  },
  goOn: 'Continue',
  way: {
    reading: 'Reading the file…',
    sending: 'Uploading: {percent} %',
    checking: 'Checking the file…',
    cancel: 'Cancel',
    cancelled: 'The upload was cancelled.',
    failed: 'The upload broke off. Check the connection and try again.',
    tooBig: 'The file is larger than 100 MB. Choose a smaller one.',
    missing: 'Choose a file first.',
  },
  link: 'Documents',
  beside: { text: 'If documents belong to your answer, add them first: they have a page of their own.', add: 'Add documents', scan: 'Add the scan of the letter' },
};
