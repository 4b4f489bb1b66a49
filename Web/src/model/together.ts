/** What people do together in a session beside writing: put aside, gather, group, think, vote, choose levels. */

/** What one of the values means here. */
export interface ValueInterpretation { valueId: string, text: string }

export interface ParkedItem {
  itemId: string
  text: string
  unitId?: string
  externalId?: string
  function?: string
  /** `YYYY-MM-DD`. */
  due?: string
}

export type LobbyMode = 'open' | 'passphrase' | 'approval'

/** How people get in who have the code. The passphrase is told to those who lead only. */
export interface Lobby { mode: LobbyMode, passphrase?: string }

/** `summon`: people are shown the way and may leave again; `takeAlong`: they follow until released. */
export interface Call { mode: 'summon' | 'takeAlong', modelId?: string }

export interface BreakoutGroup { groupId: string, name: string, modelId?: string, members: string[] }

export interface IdeaQuestion { roundId: string, question: string, isNamed: boolean }

export interface Idea { ideaId: string, text: string, participantId?: string, heading?: string }

export interface VoteOption { optionId: string, text: string }

export interface VoteQuestion {
  voteId: string
  question: string
  /** The goal whose level is voted on. */
  goalId?: string
  options: VoteOption[]
  /** Dots each person has. */
  budget: number
  isNamed: boolean
}

export type Dots = Readonly<Record<string, number>>

export interface Ballot { voteId: string, dots: Dots, participantId?: string }

export interface VoteResult { voteId: string, tallies: Dots, voters: number, ballots?: Ballot[] }

export const levelChoices = ['knowledge', 'coordination', 'coCreation', 'alone'] as const
export type LevelChoice = typeof levelChoices[number]

export const levelQuestions = ['sharedCitizens', 'needToKnow', 'mustFit', 'onlyTogether', 'hasTime'] as const
export type LevelAnswers = Record<typeof levelQuestions[number], boolean>

export interface LevelDecision { goalId: string, choice: LevelChoice, reason: string }

export interface Evaluation { grade: number, text?: string, participantId?: string }
