import type { DocumentPageTexts } from '../areas/document-pages.ts';

export const en: DocumentPageTexts = {
  title: 'Documents',
  lead: {
    draft:
      'The office can only take a letter signed by the director of the company. A photo taken with a phone is enough.',
    investor: 'Upload, replace and check the documents of your project here.',
    party: 'Add documents to your answer here and see the project documents you need.',
    office: 'All documents of the project, with every version.',
  },
  headings: { asked: 'What is needed', others: 'Other documents', another: 'Add another document' },
  none: 'No documents have been added yet.',
  scanning: {
    on: 'Each file is checked for viruses before it is accepted.',
    off: 'Files are not scanned for viruses here. Open only what you expect.',
  },
  form: {
    file: 'File',
    hint: 'PDF, JPEG or PNG; drawings can also be in an archive. Up to 100 MB, or up to 4 MB if JavaScript is turned off.',
    send: 'Upload',
    kind: 'Which document is it?',
    replace: 'Replace it',
    replaceText: 'The earlier version is kept.',
  },
  signature: {
    how: 'If you sign electronically, with NCALayer or E-IMZO for example, upload the document itself as a PDF and the signature file (P7S, P7M, CMS or SIG) as well. The signature is checked by the office in its own tool.',
    unchecked: 'The signature is not checked here: the office checks it in its own tool.',
  },
  version: { line: 'Version {version}, {date}, {size}, {by}', earlier: 'Earlier versions', download: 'Download' },
  by: {
    investor: 'from the investor',
    party: 'from the responsible party',
    staff: 'from the zone office',
    system: 'automatically',
  },
  sizes: { megabytes: '{size} MB', kilobytes: '{size} KB' },
  belongsTo: 'Belongs to: {assignment}',
  done: {
    added: 'The document has been added.',
    held: 'We have recorded that the signed original is held at your office.',
    returned: 'The document has been returned; the investor is asked for another one.',
  },
  wrong: {
    title: 'This document is wrong',
    text: 'The document no longer counts, and the investor is asked by email for another version. The stage goes on.',
    reasonCode: 'Reason',
    reason: 'What is wrong with it',
    button: 'Return the document',
    said: 'Returned on {date}: {reason}',
  },
  original: {
    kinds: 'Which originals do you hold?',
    title: 'Originals on paper',
    text: 'Tick what your office holds on paper: it then counts as there without a file, and the letter counts as signed. Your name will be kept in the log.',
    button: 'We hold the original',
  },
  goOn: 'Continue',
  way: {
    reading: 'Reading the file…',
    sending: 'Uploading: {percent} %',
    checking: 'Checking the file…',
    cancel: 'Cancel',
    cancelled: 'The upload was cancelled.',
    failed: 'The upload was interrupted. Check your connection and try again.',
    tooBig: 'The file is larger than 100 MB. Choose a smaller one.',
    missing: 'Choose a file first.',
  },
  link: 'Documents',
  beside: {
    text: 'If there are documents to go with your answer, add them first: they have their own page.',
    kept: 'Documents for your answer have a page of their own. What you have entered here is kept.',
    add: 'Add documents',
    back: 'Go on to the answer',
    scan: 'Add the scan of the letter',
  },
};
