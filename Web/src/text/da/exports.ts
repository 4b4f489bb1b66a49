/** Documents to take home, in Danish. */
export const exports = {
  'downloads.title': 'Hent som',
  'downloads.format.docx': 'Word',
  'downloads.format.odt': 'OpenDocument',
  'downloads.format.pdf': 'PDF',
  'downloads.format.pdfArchive': 'PDF til arkivet',
  'downloads.format.csv': 'Regneark (CSV)',
  'downloads.format.ics': 'Kalender',
  'downloads.format.md': 'Tekst (Markdown)',
  'downloads.format.json': 'Data (JSON)',
  'downloads.more': 'Flere formater',
  'downloads.making': 'Laver {format} …',
  'downloads.stop': 'Stop',
  'downloads.saved': '{format} er hentet',
  'downloads.missing':
    'Kan ikke laves på denne server: {formats}. Bed den, der driver serveren, om at installere {packages}.',
  'archive.title': 'Hele ugen som dokumenter',
  'archive.text': 'Alle påbegyndte målplaner, udkastene til dem og udbyttet af alle sessioner i én zip-fil.',
  'archive.formats': 'Vælg formater',
  'archive.pdfa': 'PDF til arkivet (PDF/A-3b)',
  'archive.start': 'Lav og hent',
  'archive.progress': '{done} af {total} dokumenter er lavet',
} as const
