#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace casebook {

class FieldEditor;

/// Sets fields below and beside each other, in their order: small ones share a row, one that wants a whole row gets it,
/// and a single small one that follows it shares that row. Rows are as high as their highest field, tops aligned.
class FieldFlow : public QLayout {
    Q_OBJECT

public:
    explicit FieldFlow(QWidget *parent);
    ~FieldFlow() override;

    void insertEditor(int index, FieldEditor *editor);

    void addItem(QLayoutItem *item) override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;
    void invalidate() override;

private:
    struct Cell {
        QLayoutItem *item = nullptr;
        int width = 0;
        int most = 0;
    };
    struct Row {
        std::vector<Cell> cells;
        bool whole = false; ///< begins with a field that wants all of it
    };

    std::vector<Row> rows(int width) const;
    bool joins(const Row &row, std::size_t index, int wanted, int width) const;
    void widen(Row &row, int width) const;
    bool isSmall(std::size_t index) const;
    int gap() const;
    int rowHeight(const Row &row) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
    mutable int m_knownWidth = -1;
    mutable int m_knownHeight = 0;
};

} // namespace casebook
