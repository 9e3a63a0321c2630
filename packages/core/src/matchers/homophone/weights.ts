// Written by scripts/typos-homophones-fit.mjs; do not edit.

/** The weight of each kind of evidence, by logistic regression on words planted for others of the same sound. */
export const weights = {
  bias: -0.491,
  left3: 0.546,
  left4: 0.186,
  right3: 0.668,
  right4: 0.29,
  across: 0.217,
  writtenLeft3: -0.637,
  writtenRight3: -0.617,
  writtenCount: -0.477,
  meantCount: 0.148,
  writtenFrequency: -0.379,
  meantFrequency: 0.269,
  first: 0.529,
  last: 0.594,
  joins: 3.059,
  bothSides: 1.016,
  acrossKnown: -0.208,
}

/** The kinds of evidence; `bias` is always 1. */
export type EvidenceName = keyof typeof weights
