/** Bodies that work as they stand against the demo data; the OpenAPI document shows them. */
export const examples = {
  letter: {
    zoneId: 'aqtobe',
    company: { country: 'KZ', name: 'Demo Thermal Insulation LLP', number: '251240000001' },
    contact: { name: 'Authorised representative', email: 'investor@example.org', phone: '+7 700 000 00 00', language: 'en' },
    production: 'Thermal insulation boards from basalt fibre',
    sector: 'construction-materials',
    investment: { amountMinor: 1_200_000_000_000, currency: 'KZT' },
    jobs: 120,
    exportShare: 30,
    landHectares: 4.5,
    utilities: { power: { kilowatts: 4500 }, gas: { cubicMetresPerHour: 800 }, water: { cubicMetresPerDay: 60 } },
    wantedStart: '2026-11-16',
    financing: 'mixed',
    forum: 'aqtobe-investment-forum-2025',
    signedLetter: { fileName: 'letter-of-intent.pdf', sha256: 'b'.repeat(64), bytes: 182_000 },
    consent: true,
  },
  decision: { decision: { outcome: 'approved' } },
  linkDecision: {
    decision: {
      outcome: 'issued',
      facts: {
        requestNumber: '12-04/311', issuedNumber: '12-07/58', issuedDate: '2025-12-10', validUntil: '2027-12-10',
        capacity: '4500 kW', connectionPoint: 'Substation 110/10 kV, feeder 7', cost: { amountMinor: 900_000_000, currency: 'KZT' },
      },
    },
  },
  correction: { note: 'The financial statements for 2024 are attached now.' },
  suspend: { reasonCode: 'supplier-late', reason: 'The substation is under repair.', fault: 'third-party', reviewOn: '2026-01-15' },
  extend: { reasonCode: 'weather', reason: 'Geological survey stopped by frost.', to: '2026-12-01' },
  handOver: { partyId: 'aqtobe-gas', reasonCode: 'other-party', reason: 'The substation belongs to the other company.' },
  contact: { name: 'Authorised representative', email: 'investor@example.org', phone: '+7 700 000 00 00' },
  terminate: { reasonCode: 'not-started', reason: 'Construction did not begin within the agreed term.' },
} as const;
