/** One entry of `rule.threat`: a tactic with the techniques under it, in the words of MITRE ATT&CK or MITRE ATLAS. */
export interface Threat {
  readonly framework: string;
  readonly tactic: ThreatTactic;
  /** Absent where the file has no `technique` key; an empty array where the key is there and empty. */
  readonly technique?: readonly ThreatTechnique[];
}

/** A tactic: its id (`TA0002`), its name and its page at attack.mitre.org. */
export interface ThreatTactic {
  readonly id: string;
  readonly name: string;
  readonly reference: string;
}

/** A technique (`T1059`) with its sub-techniques. */
export interface ThreatTechnique extends ThreatTactic {
  readonly subtechnique?: readonly ThreatSubtechnique[];
}

/** A sub-technique (`T1059.004`). */
export type ThreatSubtechnique = ThreatTactic;
