import type { Message } from './message'

/** Confirming a model, and taking a confirmation back. */
export const da = {
  'confirm.title': 'Bekræftelse',
  'confirm.text': 'Hver enhed siger, hvad den giver, og hvad den har brug for. Bliver der skrevet i modellen '
    + 'bagefter, kan alle se, at bekræftelsen er fra før ændringen.',
  'confirm.noParties': 'Vælg parterne i modellen, så kan de bekræfte her.',
  'confirm.notParty': '{unit} er ikke valgt som part i modellen. Vælg den under Parter, hvis I er med.',
  'confirm.notYet': 'Har ikke bekræftet endnu',
  'confirm.correctedSeat':
    'Givet af en, der siden er rettet til en anden enhed. Tal med enheden, eller træk bekræftelsen tilbage.',
  'confirm.withdrawn': 'Bekræftelsen er trukket tilbage af {who}',
  'confirm.withdrawnBy.maker': 'den, der gav den',
  'confirm.withdrawnBy.leader': 'enhedens leder',
  'confirm.withdrawnBy.facilitator': 'den, der leder sessionen',
  'confirm.withdrawnBy.unknown': 'enheden eller den, der leder sessionen',
  'confirm.current': 'Bekræftet {date} af {function}',
  'confirm.beforeChange': 'Bekræftet før ændring ({date} af {function})',
  'confirm.gives': 'Giver:',
  'confirm.needs': 'Har brug for:',
  'confirm.withdraw': 'Træk bekræftelsen tilbage',
  'confirm.withdrawSure': 'Ja, træk den tilbage',
  'confirm.withdrawNamed': 'Træk bekræftelsen fra {party} tilbage',
  'confirm.withdrawSureNamed': 'Ja, træk bekræftelsen fra {party} tilbage',
  'confirm.for': '{unit} bekræfter',
  'confirm.forOther': 'Bekræft på vegne af en part',
  'confirm.party': 'Part',
  'confirm.give': 'Det giver vi',
  'confirm.need': 'Det har vi brug for',
  'confirm.function': 'Funktion',
  'confirm.function.hint': 'Hvem bekræfter? Skriv funktionen, ikke navnet.',
  'confirm.missingFirst': { one: 'Et felt skal udfyldes først.', other: '{count} felter skal udfyldes først.' },
  'confirm.submit': 'Bekræft for {unit}',
  'confirm.busy': 'Bekræfter …',
  'confirm.done': '{party} har bekræftet.',
}

export const en: Record<keyof typeof da, Message> = {
  'confirm.title': 'Confirmation',
  'confirm.text': 'Each unit says what it gives and what it needs. If somebody writes in the model afterwards, '
    + 'everyone can see that the confirmation is from before the change.',
  'confirm.noParties': 'Choose the parties in the model; then they can confirm here.',
  'confirm.notParty': '{unit} is not chosen as a party of the model. Choose it under Parties if you take part.',
  'confirm.notYet': 'Has not confirmed yet',
  'confirm.correctedSeat':
    'Given by somebody who has since been corrected to another unit. Talk to the unit, or withdraw the confirmation.',
  'confirm.withdrawn': 'The confirmation was withdrawn by {who}',
  'confirm.withdrawnBy.maker': 'whoever gave it',
  'confirm.withdrawnBy.leader': 'the unit’s leader',
  'confirm.withdrawnBy.facilitator': 'whoever leads the session',
  'confirm.withdrawnBy.unknown': 'the unit or whoever leads the session',
  'confirm.current': 'Confirmed {date} by {function}',
  'confirm.beforeChange': 'Confirmed before a change ({date} by {function})',
  'confirm.gives': 'Gives:',
  'confirm.needs': 'Needs:',
  'confirm.withdraw': 'Withdraw the confirmation',
  'confirm.withdrawSure': 'Yes, withdraw it',
  'confirm.withdrawNamed': 'Withdraw the confirmation from {party}',
  'confirm.withdrawSureNamed': 'Yes, withdraw the confirmation from {party}',
  'confirm.for': '{unit} confirms',
  'confirm.forOther': 'Confirm on behalf of a party',
  'confirm.party': 'Party',
  'confirm.give': 'We give',
  'confirm.need': 'We need',
  'confirm.function': 'Function',
  'confirm.function.hint': 'Who confirms? Write the function, not the name.',
  'confirm.missingFirst': {
    one: 'One field has to be filled in first.', other: '{count} fields have to be filled in first.'
  },
  'confirm.submit': 'Confirm for {unit}',
  'confirm.busy': 'Confirming …',
  'confirm.done': '{party} has confirmed.',
}
