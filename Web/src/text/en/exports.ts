import type { exports as danish } from '../da/exports'
import type { Message } from '../translate'

/** Documents to take home, in English. */
export const exports: Record<keyof typeof danish, Message> = {
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
