//! Identity: a uuid that knows what it identifies.

use std::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
    marker::PhantomData,
    str::FromStr,
};

use uuid::Uuid;

use super::Reference;

/// Something that an [`Id`] can identify.
///
/// Implemented by the kinds of row in this crate, and by a host for rows of its own.
///
/// ```
/// use programme::values::{Id, Identified};
///
/// struct Reserve;
/// impl Identified for Reserve {
///     const KIND: &'static str = "reserve";
/// }
/// let id: Id<Reserve> = Id::named("Transformation reserve");
/// assert!(format!("{id:?}").starts_with("reserve:"));
/// ```
pub trait Identified {
    /// The word for its kind, as it enters derived ids and messages: `action`, `reserve`.
    const KIND: &'static str;
}

/// The identity of one row of kind `R`: a uuid that cannot be mistaken for another kind's.
///
/// Identity is apart from name, number and place in a list, so that renumbering a recommendation or
/// renaming a reserve is an edit and not a new thing. The library makes no random ids: an id comes
/// from the caller, from a document, or is [derived](Id::derive) from programme, kind and reference.
///
/// ```
/// use programme::{ActionId, ProgrammeId, values::Id};
///
/// let programme = ProgrammeId::named("Havering 2019");
/// let first = ActionId::derive(programme, "A1.1".parse()?);
/// assert_eq!(first, ActionId::derive(programme, "A1.1".parse()?), "the same paper, the same ids");
/// assert_ne!(first, ActionId::derive(programme, "A1.2".parse()?));
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
pub struct Id<R> {
    uuid: Uuid,
    kind: PhantomData<fn() -> R>,
}

/// Namespace of programmes that are known by name only. Never to change: ids derive from it.
const PROGRAMMES: Uuid = Uuid::from_u128(0x8f0c_6f1e_7b1d_5d0a_9a53_2f60_7c1e_44b2);

impl<R: Identified> Id<R> {
    /// The id that `programme` gives to the row with this reference: uuid version 5 of programme,
    /// kind and reference, the same on every machine and for ever.
    ///
    /// ```
    /// use programme::{ActionId, ProgrammeId, RecommendationId};
    ///
    /// let programme = ProgrammeId::named("Havering 2019");
    /// let action = ActionId::derive(programme, "A1".parse()?);
    /// let other = ActionId::derive(ProgrammeId::named("Havering 2022"), "A1".parse()?);
    /// assert_ne!(action, other, "another programme");
    /// let advice = RecommendationId::derive(programme, "A1".parse()?);
    /// assert_ne!(action.uuid(), advice.uuid(), "another kind");
    /// # Ok::<_, programme::values::ParseReferenceError>(())
    /// ```
    #[must_use]
    pub fn derive<P>(programme: Id<P>, reference: Reference) -> Self {
        let (mut name, mut buffer) = ([0_u8; 80], [0_u8; 40]);
        let reference = reference.bytes(&mut buffer);
        let (kind, rest) = name.split_at_mut(R::KIND.len().min(39));
        // INVARIANT: a kind's word has under 39 letters, and the pieces are as long as their places.
        kind.copy_from_slice(R::KIND.as_bytes().get(..kind.len()).unwrap_or_default());
        let mut length = kind.len();
        if let Some((colon, rest)) = rest.split_first_mut()
            && let Some(place) = rest.get_mut(..reference.len())
        {
            *colon = b':';
            place.copy_from_slice(reference);
            length += 1 + reference.len();
        }
        Self::from_uuid(Uuid::new_v5(&programme.uuid, name.get(..length).unwrap_or_default()))
    }

    /// The id of something known by its name alone, such as a programme whose paper gives no id.
    ///
    /// ```
    /// use programme::ProgrammeId;
    ///
    /// assert_eq!(ProgrammeId::named("Havering 2019"), ProgrammeId::named("Havering 2019"));
    /// assert_ne!(ProgrammeId::named("Havering 2019"), ProgrammeId::named("havering 2019"));
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Self {
        let namespace = Uuid::new_v5(&PROGRAMMES, R::KIND.as_bytes());
        Self::from_uuid(Uuid::new_v5(&namespace, name.as_bytes()))
    }
}

impl<R> Id<R> {
    /// The id with this uuid.
    ///
    /// ```
    /// use programme::{ActionId, ProgrammeId};
    ///
    /// let id = ActionId::derive(ProgrammeId::named("example"), "A1".parse()?);
    /// let stored = id.uuid();
    /// assert_eq!(ActionId::from_uuid(stored), id);
    /// # Ok::<_, programme::values::ParseReferenceError>(())
    /// ```
    #[must_use]
    pub const fn from_uuid(uuid: Uuid) -> Self {
        Self { uuid, kind: PhantomData }
    }

    /// The uuid, for a host's own storage.
    #[must_use]
    pub const fn uuid(self) -> Uuid {
        self.uuid
    }
}

// By hand, so that `R` needs none of these itself.
impl<R> Clone for Id<R> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<R> Copy for Id<R> {}
impl<R> PartialEq for Id<R> {
    fn eq(&self, other: &Self) -> bool {
        self.uuid == other.uuid
    }
}
impl<R> Eq for Id<R> {}
impl<R> PartialOrd for Id<R> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<R> Ord for Id<R> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.uuid.cmp(&other.uuid)
    }
}
impl<R> Hash for Id<R> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.uuid.hash(state);
    }
}
impl<R: Identified> fmt::Debug for Id<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", R::KIND, self.uuid)
    }
}
impl<R> fmt::Display for Id<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.uuid.fmt(f)
    }
}

/// The text is not a uuid.
///
/// ```
/// use programme::ActionId;
///
/// let error = "A1".parse::<ActionId>().unwrap_err();
/// assert!(error.to_string().contains("write a uuid"), "a reference is not an id");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not an id; write a uuid, or leave the id out and have it derived")]
pub struct ParseIdError {
    text: String,
}

impl<R> FromStr for Id<R> {
    type Err = ParseIdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Uuid::try_parse(text)
            .map(Self::from_uuid)
            .map_err(|_| ParseIdError { text: text.to_owned() })
    }
}

impl<R> serde::Serialize for Id<R> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de, R> serde::Deserialize<'de> for Id<R> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::deserialize_from_str(deserializer)
    }
}
