/** Names, and what is deleted. */
export const privacy = {
  'names.kept': 'Navnene slettes {date}.',
  'names.unnamed': 'Navn slettet',
  'names.settings': 'Hvornår navnene slettes',
  'names.text': 'De, der deltager, skriver deres navn. Navnene slettes den dag, der står her: fra siderne, fra databasen og fra dokumenternes historik. Enhed og funktion bliver stående. Den, der deltager, kan se dagen, før navnet skrives.',
  'names.day': 'Navnene slettes',
  'names.save': 'Gem dagen',
  'names.saved': 'Dagen er gemt. Navnene slettes {date}.',
} as const
