import type { ProblemTexts } from '../areas/problems.ts';

/** What a refused request says; apart, because every function has it. */
export const en = {
  issues: {
    invalid_type: 'Enter this in the format asked for.',
    too_small: 'The value is too short or too small.',
    too_big: 'The value is too long or too large.',
    invalid_format: 'The format is wrong.',
    invalid_value: 'Choose one of the values offered.',
    unrecognized_keys: 'This form contains a field we do not recognise.',
    invalid_union: 'The fields do not fit together.',
    custom: 'This value cannot be accepted.',
    'not-in-future': 'Choose a day in the future.',
    'too-late': 'Choose an earlier day: this one is too far ahead.',
    'not-later': 'The new due date must be later than the current one.',
    'not-a-working-day': 'Choose a working day.',
    'not-an-earlier-stage': 'Choose an earlier stage.',
    'outcome-does-not-fit': 'This assignment cannot be answered in this way.',
    'not-asked-for': 'Nobody is waiting for an answer to a request for more time.',
    'not-asked': 'Only the fields marked for correction can be changed.',
    'unknown-zone': 'There is no such zone.',
    'unknown-forum': 'This zone has no such forum.',
    'no-such-line': 'There is no such utility line.',
    'before-predecessor': 'This day is before that of the milestone it waits for.',
    'line-id': 'Use Latin letters, digits and hyphens.',
    'year-twice': 'Name each year once.',
    'unknown-party': 'There is no such party in this zone.',
    missing: 'Fill in this field.',
    'in-future': 'Choose today or an earlier day: this one has not come yet.',
    'before-letter': 'Choose a day that is not before the date of the letter.',
    'too-long-ago': 'Choose a day within the last 90 days.',
    'not-after-beginning': 'Choose a day after the one on which it begins.',
    'before-role': 'Choose a day on which the role has begun.',
    'after-role': 'Choose a day on which the role still holds.',
    taken: 'This is already in use: choose another.',
    'no-such-project': 'Choose another project of this zone that is confirmed and has not ended.',
    'own-address': 'This is your own address: give that of your colleague.',
    'address-rests':
      'This address was changed less than 30 days ago. Only the head of the office may change it again now.',
    'file-too-big': 'The file is larger than 100 MB. Choose a smaller one.',
    'file-too-big-here':
      'The file is larger than 4 MB. To send a larger file, up to 100 MB, use a browser with JavaScript turned on.',
    'wrong-file-type':
      'This type of file is not accepted, whatever its name ends with. Choose a PDF, JPEG or PNG; only design volumes may also be a ZIP archive.',
    'not-a-number': 'Enter a number, for example 120.',
    'two-readings': 'This can be read as two different numbers. Choose the right one.',
    'is-zero': 'You entered 0. Confirm it or enter another number.',
    'in-the-past': 'This day has passed. Choose today or a later day.',
    'empty-file': 'The file is empty. Choose another one.',
    'word-file': 'Word and Excel files are not accepted. Save the document as a PDF and upload that.',
    'heic-file': 'HEIC photos from an iPhone are not accepted. Save the photo as a JPEG and upload that.',
    'signature-file':
      'An electronic signature file does not replace the document. Upload the document itself as a PDF; the investor adds the signature on the documents page of the project as “Electronic signature file”.',
    'not-a-signature':
      'This is not an electronic signature file. Choose the file that NCALayer or E-IMZO made: P7S, P7M, CMS or SIG. Upload the document itself separately, as a PDF.',
    'file-not-there': 'The file was not uploaded completely. Please upload it again.',
    'infected-file': 'A virus was found in the file, and it was removed. Check your device and choose another file.',
    'unreadable-file': 'The file is password-protected or damaged. Choose one that can be opened.',
    'too-many-documents': 'No more documents can be added to this project. Please contact the zone office.',
    'too-many-emails': 'Too many emails have been sent from here or to this address. Try again later.',
    'unknown-placeholder': 'Only the placeholders named here may stand in braces.',
    'dropped-placeholder':
      'Keep every placeholder that is named here as needed: without it the email would not say what it is about.',
    'web-address': 'Take the web address out: the only links of an email are those the system makes.',
    'before-step': 'Choose a day that is not before the one this step has to wait for.',
    'not-yet': 'This ground does not hold on that day yet.',
    'same-person': 'Choose somebody else: a deputy is not the responsible person.',
  },
  problems: {
    invalid: { title: 'Some fields need correcting', next: 'Correct the fields named and send again.' },
    'not-found': { title: 'Page not found', next: 'Check the address or use the link from the latest email.' },
    forbidden: { title: 'You do not have permission to do this', next: 'Ask the zone office who may do it.' },
    'address-unconfirmed': {
      title: 'Please confirm your email address first',
      next: 'Open the email in which we ask you to confirm the address, and confirm it by its link. After that you can do everything here.',
    },
    conflict: {
      title: 'Something has changed since you opened this page',
      next: 'Check the current status and decide again if it is still needed.',
    },
    'not-allowed': {
      title: 'This is not possible now',
      next: 'Check the status of the project: other actions may be possible.',
    },
    'gate-closed': { title: 'Something is still missing', next: 'Complete what is missing, then approve the stage.' },
    'too-many': { title: 'Too many requests', next: 'Wait a little and try again.' },
    busy: {
      title: 'Somebody else is changing this at the same moment',
      next: 'Nothing has been saved yet. Send it again.',
    },
    'key-reused': { title: 'This key was already used for another request', next: 'Use a new key for a new request.' },
    'known-person': {
      title: 'Somebody is already known under this address',
      next: 'Look at who it is. If you mean this person, send the request again and name them.',
    },
    'link-unknown': {
      title: 'This link does not work',
      next: 'Perhaps it was not copied whole. Use the link from the latest email, or ask for another link.',
    },
    'link-replaced': {
      title: 'This link has been replaced by a new one',
      next: 'Use the link from the latest email. If you have none, ask for another link.',
    },
    'link-given-on': {
      title: 'This request has been passed to someone else',
      next: 'You do not need to do anything else. If you have a newer email about it, use the link in that email; otherwise reply to the email you have.',
    },
    'link-expired': {
      title: 'This link has expired',
      next: 'The task it led to was finished some time ago. If you still need it, reply to the email you have to contact the zone office.',
    },
    'draft-deleted': {
      title: 'This draft was deleted',
      next: 'It had not been changed or submitted for 30 days. Start a new letter of intent.',
    },
    'no-room': {
      title: 'Files cannot be taken at the moment',
      next: 'There is no room for more files now. A letter or an answer can be sent without them: upload them later. Try again in an hour.',
    },
    'read-only': {
      title: 'Nothing can be saved at the moment',
      next: 'The service can be read, but takes nothing in. What you have just sent was not saved: go back, copy your text and send it again in a few minutes.',
    },
    unauthorized: { title: 'You are not signed in', next: 'Sign in and try again.' },
    unexpected: { title: 'Something went wrong on our side', next: 'Try again in a few minutes.' },
    'payload-too-large': { title: 'The file or text is too large', next: 'Send a smaller file or a shorter text.' },
    'unsupported-media-type': {
      title: 'This format is not accepted',
      next: 'Send the data as JSON or through the form.',
    },
    malformed: { title: 'The request could not be read', next: 'Check the format of the data and send it again.' },
  },
} satisfies ProblemTexts;
