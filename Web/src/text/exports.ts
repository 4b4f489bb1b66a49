import type { Message } from './message'

/** Downloading documents and whole weeks. */
export const da = {
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
}

export const en: Record<keyof typeof da, Message> = {
  'downloads.title': 'Download as',
  'downloads.format.docx': 'Word',
  'downloads.format.odt': 'OpenDocument',
  'downloads.format.pdf': 'PDF',
  'downloads.format.pdfArchive': 'PDF for the archive',
  'downloads.format.csv': 'Spreadsheet (CSV)',
  'downloads.format.ics': 'Calendar',
  'downloads.format.md': 'Text (Markdown)',
  'downloads.format.json': 'Data (JSON)',
  'downloads.more': 'More formats',
  'downloads.making': 'Making {format} …',
  'downloads.stop': 'Stop',
  'downloads.saved': '{format} is downloaded',
  'downloads.missing': 'Cannot be made on this server: {formats}. Ask whoever runs the server to install {packages}.',
  'archive.title': 'The whole week as documents',
  'archive.text':
    'All goal plans that were begun, the drafts of them and the outcomes of all sessions in one zip file.',
  'archive.formats': 'Choose formats',
  'archive.pdfa': 'PDF for the archive (PDF/A-3b)',
  'archive.start': 'Make and download',
  'archive.progress': '{done} of {total} documents are made',
}
