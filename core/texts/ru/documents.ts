import type { DocumentTexts } from '../areas/documents.ts';

export const ru: DocumentTexts = {
  names: {
    'signed-letter': 'Подписанное письмо о намерениях',
    'foreign-register-extract': 'Выписка из торгового реестра иностранного государства',
    'financing-confirmation': 'Подтверждение финансирования',
    application: 'Заявление',
    questionnaire: 'Анкета',
    'registration-certificate': 'Справка (свидетельство) о государственной регистрации',
    charter: 'Устав',
    'financial-statements': 'Финансовая отчётность',
    'business-plan': 'Бизнес-план или технико-экономическое обоснование',
    'bank-certificate': 'Справка из банка',
    'tax-certificate': 'Справка об отсутствии налоговой задолженности',
    'technical-condition': 'Технические условия',
    'design-volumes': 'Проектно-сметная документация',
    'expertise-conclusion': 'Заключение экспертизы',
    'start-notification': 'Уведомление о начале работ',
    'site-photo': 'Фотография с площадки',
    'paper-answer': 'Скан бумажного ответа',
    'electronic-signature': 'Файл электронной подписи',
    other: 'Другой документ',
  },
  states: { missing: 'Отсутствует', waiting: 'Проверяется на вирусы', clean: 'Получен', 'not-scanned': 'Не проверен на вирусы', refused: 'Не принят', returned: 'Возвращён', held: 'Оригинал в управляющей компании' },
  scans: { clean: 'вирусов не найдено', infected: 'найден вирус, файл удалён', unreadable: 'файл закрыт паролем или повреждён и удалён', failed: 'проверить не удалось' },
};
