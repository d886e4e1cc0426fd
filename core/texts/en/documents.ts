import type { DocumentTexts } from '../areas/documents.ts';

export const en: DocumentTexts = {
  names: {
    'signed-letter': 'Signed letter of intent',
    'foreign-register-extract': 'Extract from the foreign company register',
    'financing-confirmation': 'Confirmation of financing',
    application: 'Application',
    questionnaire: 'Questionnaire',
    'registration-certificate': 'Registration certificate',
    charter: 'Charter',
    'financial-statements': 'Financial statements',
    'business-plan': 'Business plan or feasibility study',
    'bank-certificate': 'Bank certificate',
    'tax-certificate': 'Certificate of no tax debt',
    'technical-condition': 'Technical conditions',
    'design-volumes': 'Design and estimate documentation',
    'expertise-conclusion': 'Expert review report',
    'start-notification': 'Notification of the start of works',
    'site-photo': 'Photo from the site',
    'paper-answer': 'Scan of a paper answer',
    'electronic-signature': 'Electronic signature file',
    other: 'Other document',
  },
  states: { missing: 'Missing', waiting: 'Being checked for viruses', clean: 'Received', 'not-scanned': 'Not scanned for viruses', refused: 'Refused', returned: 'Returned', held: 'Original held by the office' },
  scans: { clean: 'no virus found', infected: 'a virus was found, the file was removed', unreadable: 'the file is password-protected or damaged and was removed', failed: 'could not be scanned' },
};
